import type { Deciders, Gate } from "#lib/domain/gate.ts";
import { capital } from "#lib/domain/run/refusal-words.ts";
import { type PlainSentence, row, t } from "#lib/words/t.ts";
import { bothClocks } from "#lib/words/time.ts";

/** Why a command about a gate, or past one, is refused. */
export type GateRejection =
  | { code: "no_gate" | "gate_not_lapsed" | "gate_lapsed" | "gate_asks_by_itself" | "gate_open_already"; step: string }
  | { code: "gate_own_request" | "approval_differs" | "approver_may_not_start" | "gate_not_skippable"; step: string }
  | { code: "gate_shut"; step: string; kind: Gate["kind"] }
  | { code: "gate_not_asked"; step: string; deciders: Deciders }
  | { code: "gate_voted_already"; step: string; at: string }
  | { code: "position_not_polled"; step: string; position: string }
  | { code: "poll_reason_required"; step: string; missing: string[]; no: string[] }
  | { code: "break_confirmation_required"; step: string; label: string };

const codes: Record<GateRejection["code"], true> = {
  no_gate: true,
  gate_not_lapsed: true,
  gate_lapsed: true,
  gate_asks_by_itself: true,
  gate_open_already: true,
  gate_own_request: true,
  approval_differs: true,
  approver_may_not_start: true,
  gate_not_skippable: true,
  gate_shut: true,
  gate_not_asked: true,
  gate_voted_already: true,
  position_not_polled: true,
  poll_reason_required: true,
  break_confirmation_required: true,
};

export const isGateRejection = (rejection: { code: string }): rejection is GateRejection => rejection.code in codes;

/** The refusal in one sentence for people. Positions are told by their keys: titles are the procedure's. */
export function gateSentence(rejection: GateRejection): string {
  const { step } = rejection;
  switch (rejection.code) {
    case "no_gate":
      return t("Nothing is decided before step {step} starts.", { step });
    case "gate_not_lapsed":
      return t("The time for deciding about step {step} is not over.", { step });
    case "gate_lapsed":
      return t("The time for deciding about step {step} is over. It has to be asked for again.", { step });
    case "gate_asks_by_itself":
      return t("Nobody has to ask: what is decided before step {step} asks by itself.", { step });
    case "gate_open_already":
      return t("It is decided: step {step} may start.", { step });
    case "gate_own_request":
      return t("You asked for step {step}. Somebody else approves it.", { step });
    case "approval_differs":
      return t("That is not what was approved for step {step}. Start it as it was approved, or ask again.", { step });
    case "approver_may_not_start":
      return t("You approved step {step}. Somebody else starts it.", { step });
    case "gate_not_skippable":
      return t("A decision is not skipped. Decide step {step}, or break the glass.", { step });
    case "gate_shut":
      return shutSentence(rejection);
    case "gate_not_asked":
      return t("{deciders} decides about step {step}.", { deciders: capital(decidersWords(rejection.deciders)), step });
    case "gate_voted_already":
      return t("You approved step {step} at {time}.", { step, time: bothClocks(rejection.at) });
    case "position_not_polled":
      return t('The poll of step {step} does not ask "{position}".', { step, position: rejection.position });
    case "poll_reason_required":
      return pollSentence(rejection);
    case "break_confirmation_required":
      return t("To break the glass for step {step}, say why and type {label}.", { step, label: rejection.label });
  }
}

function shutSentence({ step, kind }: { step: string; kind: Gate["kind"] }): string {
  switch (kind) {
    case "approval":
      return t("Step {step} needs approval first. Ask for it.", { step });
    case "hold":
      return t("Step {step} is held until it is released.", { step });
    case "poll":
      return t("Step {step} waits for go or no go.", { step });
  }
}

const deciderWords = {
  approver: "an approver",
  commander: "a commander",
  operator: "an operator",
} as const satisfies Record<Extract<Deciders, { role: string }>["role"], PlainSentence>;

/** "an approver", "somebody of the change board". */
export function decidersWords(by: Deciders, title = (position: string) => position): string {
  if ("group" in by) return t("somebody of {group}", { group: by.group });
  return "position" in by ? title(by.position) : t(deciderWords[by.role]);
}

function pollSentence(votes: { missing: string[]; no: string[] }): string {
  const [missing, no] = [row(votes.missing), row(votes.no)];
  if (votes.no.length === 0) {
    return votes.missing.length === 0 ? t("Say why.") : t("Say why: no vote of {missing}.", { missing });
  }
  return votes.missing.length === 0
    ? t("Say why: {no} voted no go.", { no })
    : t("Say why: {no} voted no go; no vote of {missing}.", { no, missing });
}
