"use client";

import { PenLine } from "lucide-react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import type { StepPartProps } from "#components/runs/step-body.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Row } from "#components/ui/rows.tsx";
import { Words } from "#components/ui/words.tsx";
import { LATER, settle } from "#lib/client/offers/offer.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Output, Step } from "#lib/domain/procedure.ts";
import { t } from "#lib/words/t.ts";

type Given = { output: Output; from: string };

/** What the step uses of earlier ones and what it gives to later ones, with what is known of each. */
export function StepValues({ step, shown }: Pick<StepPartProps, "step" | "shown">) {
  const { procedure } = useRunDesk();
  const all = outline(procedure).steps.flatMap(givenBy);
  const used = all.filter(({ output }) => step.uses?.includes(output.name));
  return [...used, ...givenBy(step)].map((given) => (
    <ValueRow key={given.output.name} given={given} step={step} waits={shown !== "not_started"} />
  ));
}

const givenBy = (step: Step): Given[] => (step.outputs ?? []).map((output) => ({ output, from: step.number }));

function ValueRow({ given: { output, from }, step, waits }: { given: Given; step: Step; waits: boolean }) {
  const desk = useRunDesk();
  const { run, ask, readOnly } = desk;
  const known = run.outputs[output.name];
  const field = { ...output, optional: undefined };
  const [offer] = settle(desk, [
    {
      command: { type: "output.enter", output: output.name, value: output.type === "integer" ? "0" : LATER },
      label: known ? t("Correct {output}…", { output: output.label }) : t("Enter {output}…", { output: output.label }),
      asks: { outputs: [field] },
      look: "normal",
    },
  ]);
  return (
    <Row label={output.label}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {known ? (
          <span>
            <code className="font-mono text-mono wrap-anywhere">{known.value}</code>{" "}
            <span className="text-fg-2">
              <Words of="{person}, {time}" with={{ person: known.by.name, time: <Time at={known.at} /> }} />
              {from !== step.number && t(", step {step}", { step: from })}
            </span>
          </span>
        ) : (
          <span className="text-fg-2">
            {from === step.number ? t("not known yet") : t("not known: step {step} gives it", { step: from })}
          </span>
        )}
        {waits && offer && offer.blocked === null && readOnly === null && (
          <Button
            size="small"
            icon={<PenLine aria-hidden />}
            aria-label={t("{action}, step {step}", { action: offer.label.replace("…", ""), step: step.number })}
            onClick={() => ask(offer, step)}
          >
            {known ? t("Correct…") : t("Enter…")}
          </Button>
        )}
      </span>
    </Row>
  );
}
