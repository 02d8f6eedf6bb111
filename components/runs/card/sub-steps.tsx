"use client";

import { useId } from "react";
import { AddLine, useBegunLine } from "#components/runs/card/add-line.tsx";
import { BasisTag } from "#components/runs/card/remarks.tsx";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { CommandRefusal } from "#components/runs/command-refusal.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Time } from "#components/shell/time.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Row } from "#components/ui/rows.tsx";
import { TickBox } from "#components/ui/tick-box.tsx";
import { Words } from "#components/ui/words.tsx";
import { type Line, lineApplicability, lineCommands, toggleLine } from "#lib/client/offers/line-commands.ts";
import { LATER, whyNot } from "#lib/client/offers/offer.ts";
import { placeWords } from "#lib/client/run/run-places.ts";
import { useCommand } from "#lib/client/run/use-command.ts";
import { can } from "#lib/domain/grants.ts";
import { lineTermWords } from "#lib/domain/run/judgement.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** The lines of a step, each ticked by somebody at some time; more may be added as they are found. */
export function SubSteps({ step, state, shown }: StepPartProps) {
  const desk = useRunDesk();
  const reasonId = useId();
  const lines: Line[] = [...step.subSteps, ...state.added];
  const mayTick = can(desk.person.role, "run.operate");
  const canAdd = lineCommands(desk, { step, state, shown }).some(({ type }) => type === "sub_step.add");
  const begun = useBegunLine(desk.run.id, step.number);
  // A line that somebody has begun to write stays when others settle the step.
  const adds = canAdd || begun.title !== null;
  if (lines.length === 0 && !adds) return null;
  const tickable = mayTick ? lines.filter((line) => lineApplicability(desk.run, line) !== "not_applicable") : [];
  // What holds one line of a step holds them all.
  const blocked = tickable[0] ? (desk.readOnly ?? whyNot(desk, toggleLine(step.number, state, tickable[0]))) : null;
  const reasonAt = blocked === null ? undefined : reasonId;
  const addBlocked = desk.readOnly ?? whyNot(desk, { type: "sub_step.add", step: step.number, title: LATER });
  return (
    <Row
      label={
        <>
          {t("Sub-steps")} <BasisTag step={step} field="subSteps" />
        </>
      }
    >
      {lines.length > 0 && (
        <ul className="grid">
          {lines.map((line) => (
            <SubStepLine
              key={line.number}
              line={line}
              command={tickable.includes(line) ? toggleLine(step.number, state, line) : null}
              tick={state.ticks[line.number]}
              reasonAt={reasonAt}
            />
          ))}
        </ul>
      )}
      {/* In one row, so that nothing below moves when a reason comes or goes. */}
      <div className="flex flex-wrap items-center gap-x-2 print:hidden">
        {adds && (
          <AddLine
            step={step.number}
            line={begun}
            blocked={addBlocked}
            reasonAt={addBlocked === blocked ? reasonAt : undefined}
          />
        )}
        {blocked !== null && (
          <span id={reasonId} className="text-fg-2">
            {blocked}
          </span>
        )}
      </div>
    </Row>
  );
}

type SubStepLineProps = {
  line: Line;
  /** Null where it is not to be ticked, or not by this person. */
  command: ReturnType<typeof toggleLine> | null;
  tick: StepState["ticks"][string] | undefined;
  /** Id of the element that says why nothing may be ticked now. */
  reasonAt: string | undefined;
};

function SubStepLine({ line, command, tick, reasonAt }: SubStepLineProps) {
  const { procedure, run } = useRunDesk();
  const sender = useCommand(run.id);
  const applies = lineApplicability(run, line);
  const out = applies === "not_applicable";
  const blocked = reasonAt !== undefined;
  const pending = sender.pending !== null;
  const role = "role" in line ? line.role : undefined;
  const words = (
    <>
      <TickBox state={tick ? "done" : pending ? "running" : out ? "not_applicable" : "open"} />
      <span className="font-mono text-mono leading-5">{line.number}</span>{" "}
      <span className={classNames("min-w-0", (tick || out) && "text-fg-2")}>
        <span translate="no">{line.title}</span>
        {role && <span className="text-fg-2">{t(", {place}", { place: placeWords(run, role) })}</span>}
        {out && ` ${t("(does not apply, {because})", { because: lineTermWords(procedure, run, line) })}`}
        {applies === "undecided" && <b className="text-wait"> {t("(to be decided)")}</b>}
      </span>
      <span className="whitespace-nowrap text-fg-3 max-sm:col-start-3 max-sm:whitespace-normal">
        {tick && <Words of="{person}, {time}" with={{ person: tick.by.name, time: <Time at={tick.at} /> }} />}
      </span>
    </>
  );
  const shape =
    "grid w-full grid-cols-[1rem_2.25rem_minmax(0,1fr)_auto] items-center gap-x-2 rounded py-0.75 text-left touch:min-h-11 max-sm:grid-cols-[1rem_2.25rem_minmax(0,1fr)]";
  if (command === null) return <li className={shape}>{words}</li>;
  return (
    <li>
      {/* biome-ignore lint/a11y/useSemanticElements: nothing is ticked before the server has said so */}
      <button
        type="button"
        role="checkbox"
        aria-checked={tick !== undefined}
        aria-disabled={blocked || undefined}
        aria-describedby={reasonAt}
        onClick={() => !blocked && !pending && void sender.send(command)}
        className={classNames(shape, blocked ? "cursor-not-allowed" : "hover:bg-hover")}
      >
        {words}
      </button>
      {sender.refusal && <CommandRefusal sender={sender} />}
    </li>
  );
}
