import type { Deciders, Gate } from "#lib/domain/gate.ts";
import { capital } from "#lib/domain/run/rejection/refusal-words.ts";
import type { ServerRejection } from "#lib/domain/run/rejection/server-rejection.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";
import { bothClocks } from "#lib/words/time.ts";

/** Why a command about a gate, or past one, is refused. */
export type GateRejection =
  | { code: "no_gate" | "gate_asks_by_itself" | "gate_open_already"; step: string }
  | { code: "gate_not_lapsed" | "gate_lapsed"; step: string }
  | { code: "gate_own_request" | "approval_differs" | "approver_may_not_start" | "gate_not_skippable"; step: string }
  | { code: "gate_shut"; step: string; kind: Gate["kind"] }
  | { code: "gate_not_asked"; step: string; deciders: Deciders }
  | { code: "gate_voted_already"; step: string; at: string }
  | { code: "gate_asked_anew"; step: string; at: string }
  | { code: "position_not_polled"; step: string; position: string }
  | { code: "poll_reason_required"; step: string; missing: string[]; no: string[] }
  | { code: "break_confirmation_required"; step: string; label: string };

type OfButton = Exclude<GateRejection, ServerRejection>;

const codes: Record<OfButton["code"], true> = {
  no_gate: true,
  gate_asks_by_itself: true,
  gate_open_already: true,
  gate_own_request: true,
  approval_differs: true,
  approver_may_not_start: true,
  gate_not_skippable: true,
  gate_shut: true,
  gate_not_asked: true,
  gate_voted_already: true,
};

export const isGateRejection = (rejection: { code: string }): rejection is OfButton => rejection.code in codes;

/** The refusal in one sentence for people. Positions are told by their keys: titles are the procedure's. */
export function gateSentence(rejection: OfButton): string {
  const { step } = rejection;
  switch (rejection.code) {
    case "no_gate":
      return t("Nothing is decided before step {step} starts.", { step });
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
