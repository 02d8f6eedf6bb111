import { z } from "zod";
import { bareName, enteredBy, whoName } from "#lib/domain/actor-name.ts";
import { Instant } from "#lib/domain/instant.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { isTrouble, TROUBLES, type TroubleKind } from "#lib/domain/report/trouble-kind.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve } from "#lib/domain/run/evolve/evolve.ts";
import { isOver, lastAttempt, stepState } from "#lib/domain/run/read-state.ts";
import { retold } from "#lib/domain/run/retold-event.ts";
import type { Attempt, Run, StepState } from "#lib/domain/run/state.ts";
import { joined, t } from "#lib/words/t.ts";

/** What went wrong on the way or held the run up, also where it was put right later. */
export const Trouble = z.object({
  kind: z.enum(Object.keys(TROUBLES) as [TroubleKind, ...TroubleKind[]]),
  /** Left out where it is the run itself. */
  step: z.string().optional(),
  at: Instant,
  /** Null where nothing ended it. */
  to: Instant.nullable(),
  by: z.string(),
  why: z.string(),
  ended: z.string(),
});
export type Trouble = z.infer<typeof Trouble>;

/** All trouble of a run in the order in which it began, out of its log from the first event on. */
export function troubleIn(procedure: Procedure, events: readonly LoggedEvent[]): Trouble[] {
  const turns = turnsOf(events);
  return turns.flatMap((turn, place): Trouble[] => {
    const { step, into, of } = turn;
    // That the run failed is its outcome.
    if (!isTrouble(into) || (step === undefined && into !== "paused")) return [];
    const next = turns.slice(place + 1).find((later) => (later.step === step && later.of === of) || later.endsRun);
    const at = timeOf(turn);
    const to = next ? timeOf(next) : null;
    return [
      {
        kind: into,
        ...(step !== undefined && { step }),
        at,
        // What is recorded afterwards may have happened before.
        to: to !== null && to < at ? at : to,
        by: sayerOf(turn),
        why: reasonOf(turn, procedure),
        ended: next ? (of === "help" ? endOfHelp(next) : endOf(next)) : t("not resolved"),
      },
    ];
  });
}

/**
 * Of a step, or of the run where there is none: into which state it came, and how the step was before. Whether help is called
 * for goes its own way beside the state.
 */
type Turn = {
  of: "state" | "help";
  step: string | undefined;
  into: string;
  before: StepState | undefined;
  logged: LoggedEvent;
  endsRun: boolean;
};

function turnsOf(events: readonly LoggedEvent[]): Turn[] {
  const turns: Turn[] = [];
  let run: Run | null = null;
  for (const logged of events) {
    const last: Run | null = run;
    run = evolve(last, logged);
    if (!last) continue;
    const step = "step" in logged.event ? logged.event.step : undefined;
    const before = step === undefined ? undefined : stepState(last, step);
    const after = step === undefined ? undefined : stepState(run, step);
    const turn = { step, before, logged, endsRun: isOver(run.status) && !isOver(last.status) };
    const [calledBefore, calls] = [before?.help !== undefined, after?.help !== undefined];
    if (calledBefore !== calls) turns.push({ ...turn, of: "help", into: calls ? "help" : "none" });
    const [was, into] = step === undefined ? [last.status, run.status] : [before?.status, after?.status];
    // Who enters that it was tried on paper may enter it twice.
    if (into === undefined || (was === into && logged.event.type !== "step.recorded")) continue;
    turns.push({ ...turn, of: "state", into });
  }
  return turns;
}

const timeOf = ({ logged: { at, happenedAt } }: Turn): string => happenedAt ?? at;

/** Who canceled a command asked for it before it was canceled. */
function sayerOf({ logged: { event, actor }, before }: Turn): string {
  if (event.type === "step.recorded") return enteredBy(event.by, bareName(actor));
  return event.type === "step.canceled" && before?.status === "canceling" ? whoName(before.by) : bareName(actor);
}

function reasonOf({ logged, before }: Turn, procedure: Procedure): string {
  const event = retold(logged, procedure);
  if (event.type === "step.recorded") return event.note;
  if (event.type === "step.canceled") {
    const why = event.why ?? (before && lastAttempt(before)?.canceled?.reason);
    return joined(why !== undefined && t("“{words}”", { words: why }), event.reason);
  }
  return "reason" in event ? (event.reason ?? "") : "";
}

function endOfHelp({ logged: { event, actor }, endsRun }: Turn): string {
  if (endsRun) return t("lasted until the run ended");
  return event.type === "help.settled"
    ? t("settled by {name}: {how}", { name: bareName(actor), how: event.how })
    : t("ended with the step");
}

function endOf({ logged: { event, actor }, before, endsRun }: Turn): string {
  if (endsRun) return t("lasted until the run ended");
  const name = bareName(actor);
  const attempt = before && lastAttempt(before);
  switch (event.type) {
    case "run.resumed":
      return t("resumed by {name}", { name });
    case "step.started":
      if (event.retry !== undefined) return t("retried by itself");
      return event.conduct === "hand" && attempt?.conduct === "command"
        ? t("retried by hand by {name}", { name })
        : t("retried by {name}", { name });
    case "step.overridden":
      return event.byRule ? t("gone on with a warning, as the procedure says") : t("overridden by {name}", { name });
    case "step.skipped":
      return t("skipped by {name}", { name: event.by === undefined ? name : enteredBy(event.by, name) });
    case "step.recorded":
      return t("recorded afterwards: {name}", { name: enteredBy(event.by, name) });
    // "Ask again": a gate that people ask is only made ready to be asked.
    case "step.readied":
    case "step.approval_requested":
      return t("asked again by {name}", { name });
    case "gate.broken":
      return t("glass broken by {name}", { name });
    default:
      return (actor.kind === "worker" && answerOf(attempt)) || t("declared failed by {name}", { name });
  }
}

/** What became of an unknown outcome when somebody had the host asked. */
function answerOf(attempt: Attempt | undefined): string | undefined {
  const { by, answer } = attempt?.asked ?? {};
  if (!by || !answer) return undefined;
  const { finding } = answer;
  const result = finding.kind === "ended" ? t("exit code {code}", { code: finding.code }) : t("not begun");
  return t("{name} asked the host: {result}", { name: by.name, result });
}
