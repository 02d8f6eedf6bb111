"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { FormContext } from "#components/form/form-context.ts";
import { GroupFields } from "#components/form/form-field.tsx";
import { DraftOf, type DraftTold } from "#components/procedures/drafts.tsx";
import { Page } from "#components/shell/page.tsx";
import { Button } from "#components/ui/button.tsx";
import { FootBar } from "#components/ui/foot-bar.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { useFocusWrong } from "#components/ui/use-focus-wrong.ts";
import { call } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { errorWords } from "#lib/client/error-words.ts";
import { type FilledGroup, fill, read } from "#lib/client/form-filling.ts";
import { type FieldShape, shapeOf } from "#lib/client/form-shape.ts";
import type { Seen } from "#lib/contract/drafts.ts";
import { explain, pathText } from "#lib/domain/explain-issue.ts";
import { Step } from "#lib/domain/procedure.ts";
import { type PlainSentence, t, tn } from "#lib/words/t.ts";

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
  const router = useRouter();
  const [filled, setFilled] = useState(() => fill(shapeOf(Step), step) as FilledGroup);
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const { mutate, isPending, error } = useMutation({
    mutationFn: (changed: Step) =>
      call("PUT /api/drafts/{key}/steps/{number}", {
        params: { key: procedure.key, number: step.number },
        body: { step: changed, seen },
      }),
    onSuccess: () => router.push(`/drafts/${procedure.key}`),
    onError: (failure) => setWrong(issuesOf(failure)),
  });
  const form = useFocusWrong(wrong, error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = read(filled);
    const parsed = Step.safeParse(said);
    if (parsed.success) return mutate(parsed.data);
    const faults = parsed.error.issues.flatMap((issue) => explain(issue, said));
    return setWrong(new Map(faults.map(({ path, message }) => [pathText(path), t("It {fault}.", { fault: message })])));
  };
  const title = t("Change step {step}", { step: step.number });
  return (
    <Page
      over={<Link href={`/procedures/${procedure.id}`}>{procedure.title}</Link>}
      title={
        <>
          {title} <Tag>{t("draft")}</Tag>
        </>
      }
      foot={
        <FootBar
          action={
            <Button type="submit" form="step" look="primary" pending={isPending && t("Keeping…")}>
              {t("Keep in the draft")}
            </Button>
          }
        >
          <Said wrong={wrong.size} error={error} />
        </FootBar>
      }
    >
      {begun && <DraftOf draft={begun}>{t("As it is in the draft")}</DraftOf>}
      <FormContext value={{ errors: wrong, suggestions: {} }}>
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

/** Why it is not kept, or what keeping it will do. */
function Said({ wrong, error }: { wrong: number; error: Error | null }) {
  if (!error && wrong === 0) return t("It goes into the draft. Nothing changes for runs until that is published.");
  return (
    <span role="alert" className="flex items-start gap-2 font-medium text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 flex-none" />
      {error
        ? errorWords(error).sentence
        : tn("{count} field needs correcting.", "{count} fields need correcting.", wrong)}
    </span>
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

/** What the server found wrong, by the field of the step. */
function issuesOf(error: Error): ReadonlyMap<string, string> {
  const issues = error instanceof ApiError ? (error.problem.issues ?? []) : [];
  return new Map(issues.map(({ path, message }) => [path.replace(/^step\./, ""), message]));
}
