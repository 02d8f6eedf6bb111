import { z } from "zod";
import { bareName } from "#lib/domain/actor-name.ts";
import { Instant } from "#lib/domain/instant.ts";
import { factLabel, outputLabel, positionTitle } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { askedWords } from "#lib/domain/run/asked-words.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve } from "#lib/domain/run/evolve/evolve.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import { retold } from "#lib/domain/run/retold-event.ts";
import type { Asked, Run } from "#lib/domain/run/state.ts";
import { secondsBetween } from "#lib/domain/whole-seconds.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

export const ReportedDecision = z.object({
  step: z.string(),
  at: Instant,
  by: z.string(),
  what: z.string(),
  reason: z.string(),
  /** Since it was asked; null where nothing was. */
  waitedSeconds: z.number().nullable(),
});
export type ReportedDecision = z.infer<typeof ReportedDecision>;

const VOTES = {
  approve: "voted approve",
  reject: "voted reject",
  go: "voted go",
  no_go: "voted no go",
} as const satisfies Record<string, PlainSentence>;

function voteWords(procedure: Procedure, vote: keyof typeof VOTES, position: string | undefined): string {
  const voted = t(VOTES[vote]);
  return position ? t("{vote} as {position}", { vote: voted, position: positionTitle(procedure, position) }) : voted;
}

/** Approvals, votes, answers, and who was given the command, in the order of the log. What was taken is a deviation. */
export function decisionsOf(procedure: Procedure, events: readonly LoggedEvent[]): ReportedDecision[] {
  const found: ReportedDecision[] = [];
  let run: Run | null = null;
  for (const logged of events) {
    const decision = decisionIn(procedure, logged) ?? (run && correctionIn(procedure, run, logged));
    if (decision) found.push({ ...decision, waitedSeconds: run && waited(run, logged) });
    run = evolve(run, logged);
  }
  return found;
}

/** How long the gate had been asking, where it still did, or the offer of command had stood. */
function waited(run: Run, { at, event }: LoggedEvent): number | null {
  const seconds = (since: string) => secondsBetween(since, at);
  if (event.type === "command.accepted" || event.type === "command.declined")
    return run.commandOffer ? seconds(run.commandOffer.at) : null;
  const state = "step" in event && event.step !== undefined ? stepState(run, event.step) : undefined;
  if (state?.status !== "awaiting_approval" || !state.gate) return null;
  return seconds(state.gate.askedAt);
}

function decisionIn(procedure: Procedure, logged: LoggedEvent): Omit<ReportedDecision, "waitedSeconds"> | undefined {
  const { at, actor } = logged;
  const event = retold(logged, procedure);
  const said = (what: string, reason = "") => ({
    step: "step" in event ? (event.step ?? "") : "",
    at,
    by: bareName(actor),
    what,
    reason,
  });
  switch (event.type) {
    case "step.approval_requested":
      return event.how && said(askedFor(event.how));
    case "gate.voted":
      return said(voteWords(procedure, event.vote, event.position), event.reason);
    case "gate.opened":
      return said(t("let it start"), event.reason ?? event.note);
    case "gate.broken":
      return said(t("BROKE THE GLASS"), event.reason);
    case "gate.voided":
      return said(t("what was asked is void"), event.reason);
    case "gate.lapsed":
      return said(t("what was asked has lapsed"), event.reason);
    case "step.approved":
      return said(t("approved"), event.note);
    case "step.released":
      return said(t("released"), event.note);
    case "step.rejected":
      return said(t("rejected"), event.reason);
    case "command.offered":
      return said(t("offered command to {person}", { person: event.to.name }));
    case "command.accepted":
      return said(t("accepted command from {person}", { person: event.from.name }));
    case "command.declined":
      return said(t("declined command"), event.reason);
    case "command.withdrawn":
      return said(t("took back the offer of command to {person}", { person: event.to.name }));
    case "person.changed":
      return said(
        event.role === null
          ? t("deactivated {person}", { person: event.person.name })
          : t("set the account of {person} to {role}", { person: event.person.name, role: t(event.role) }),
      );
    case "fact.answered":
      return said(
        t("answered “{fact}”: {answer}, before {before}", {
          fact: factLabel(procedure, event.fact),
          answer: t(event.answer),
          before: t(event.before),
        }),
      );
    default:
      return undefined;
  }
}

/** A value that was known already, and is another now: what was done with the one before stays as it was. */
function correctionIn(procedure: Procedure, run: Run, { at, actor, event }: LoggedEvent) {
  if (event.type !== "output.entered") return undefined;
  const { output, value, step } = event;
  const before = run.outputs[output]?.value;
  if (before === undefined || before === value) return undefined;
  const what = t("corrected {output}: {value}, before {before}", {
    output: outputLabel(procedure, output),
    value,
    before,
  });
  return { step, at, by: bareName(actor), what, reason: "" };
}

function askedFor(how: Asked): string {
  const words = askedWords(how);
  return words === undefined ? t("asked for approval") : `${t("asked for approval")}: ${words}`;
}
