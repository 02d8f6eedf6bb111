"use client";

import { PenLine } from "lucide-react";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { isClosed } from "#components/runs/list/step-rows.ts";
import { type RunDesk, useRunDesk } from "#components/runs/run-desk.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Row } from "#components/ui/rows.tsx";
import { Words } from "#components/ui/words.tsx";
import { LATER, settle } from "#lib/client/offers/offer.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Output, Step } from "#lib/domain/procedure.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { isNewer, standingTry } from "#lib/domain/run/ran.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import { row, t } from "#lib/words/t.ts";

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

/** It is done with, in whatever way. */
function givesNoMore({ procedure, run }: RunDesk, number: string): boolean {
  const step = outline(procedure).byNumber.get(number);
  const state = stepState(run, number);
  return step !== undefined && state !== undefined && isClosed(shownState(run, step, state));
}

function ValueRow({ given: { output, from }, step, waits }: { given: Given; step: Step; waits: boolean }) {
  const desk = useRunDesk();
  const { procedure, run, ask, readOnly } = desk;
  const known = run.outputs[output.name];
  const field = { ...output, optional: undefined };
  const uses = known
    ? procedure.phases.flatMap(({ steps }) => steps).filter((each) => each.uses?.includes(output.name))
    : [];
  const begunWith = uses.map(({ number }) => number).filter((number) => standingTry(stepState(run, number)));
  const [offer] = settle(desk, [
    {
      command: { type: "output.enter", output: output.name, value: output.type === "integer" ? "0" : LATER },
      label: known ? t("Correct {output}…", { output: output.label }) : t("Enter {output}…", { output: output.label }),
      asks: { outputs: [field] },
      look: "normal",
      ...(begunWith.length > 0 && {
        consequence: t("Begun with {value} already: step {steps}. What was done with it stays.", {
          value: known?.value ?? "",
          steps: row(begunWith),
        }),
      }),
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
              {from !== step.number && isNewer(run, stepState(run, step.number), output.name) && (
                <b className="text-wait">{t(", given after this was begun")}</b>
              )}
            </span>
          </span>
        ) : (
          <span className="text-fg-2">
            {from === step.number
              ? t("not known yet")
              : givesNoMore(desk, from)
                ? t("not known: step {step} did not give it", { step: from })
                : t("not known: step {step} gives it", { step: from })}
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
