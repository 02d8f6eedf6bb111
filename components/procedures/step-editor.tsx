"use client";

import type { FormEvent } from "react";
import { FormContext } from "#components/form/form-context.ts";
import { GroupFields } from "#components/form/form-field.tsx";
import { DraftOf, type DraftTold } from "#components/procedures/drafts.tsx";
import { StepFormFoot } from "#components/procedures/step-form-foot.tsx";
import { useStepForm } from "#components/procedures/use-step-form.ts";
import { Page } from "#components/shell/page.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import type { FieldShape } from "#lib/client/procedures/form-shape.ts";
import type { Seen } from "#lib/contract/drafts.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

type StepEditorProps = {
  procedure: { key: string; title: string; id: string };
  step: Step;
  seen: Seen;
  /** The draft whose text this is; null where the first change begins it. */
  begun: DraftTold | null;
};

/** The fields of a step in their sections; a field that the schema has and no section names comes last. */
const SECTIONS: readonly { title: PlainSentence; fields: readonly string[] }[] = [
  { title: "What", fields: ["title", "kind", "roles", "remarks", "caution", "instructions", "position"] },
  { title: "Action", fields: ["action", "inputs", "outputs", "uses", "precheck", "expected"] },
  { title: "Order and conditions", fields: ["condition", "dependsOn", "gate", "subSteps", "expectedSeconds"] },
  { title: "Drills and dangers", fields: ["inDrill", "cleanUp", "irreversible", "pointOfNoReturn"] },
];
const MORE = "More" satisfies PlainSentence;
const KEPT = ["number", "provenance"];

/** Changes one step in the draft of its procedure. The form is made of the schema: a next way to act appears by itself. */
export function StepEditor({ procedure, step, seen, begun }: StepEditorProps) {
  const { filled, setFilled, keep, ...foot } = useStepForm(procedure.key, { step, seen });
  const form = useFocusWrong(foot.wrong, foot.keeping.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep();
  };
  const { reopened } = foot;
  const theirs = reopened && reopened !== "gone" ? reopened.theirs : undefined;
  const title = t("Change step {step}", { step: step.number });
  return (
    <Page
      over={<Link href={`/procedures/${procedure.id}`}>{procedure.title}</Link>}
      title={
        <>
          {title} <Tag>{t("draft")}</Tag>
        </>
      }
      foot={<StepFormFoot {...foot} />}
    >
      {begun && <DraftOf draft={begun}>{t("As it is in the draft")}</DraftOf>}
      <FormContext value={{ errors: foot.wrong, suggestions: {}, theirs }}>
        <form ref={form} id="step" noValidate aria-label={title} className="grid max-w-240 gap-8" onSubmit={submit}>
          {sections(filled.shape.fields).map(({ title: name, fields }) => (
            <Section key={name} title={t(name)}>
              <GroupFields filled={filled} path={[]} only={fields} onChange={setFilled} />
            </Section>
          ))}
        </form>
      </FormContext>
    </Page>
  );
}

function sections(all: readonly FieldShape[]): { title: PlainSentence; fields: readonly FieldShape[] }[] {
  const named = new Set([...SECTIONS.flatMap(({ fields }) => fields), ...KEPT]);
  const rest = all.filter(({ name }) => !named.has(name));
  const known = SECTIONS.map(({ title, fields }) => ({
    title,
    fields: fields.flatMap((name) => all.filter((field) => field.name === name)),
  }));
  return rest.length > 0 ? [...known, { title: MORE, fields: rest }] : known;
}
