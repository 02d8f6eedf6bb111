import type { Deciders, Gate } from "#lib/domain/gate.ts";

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
  const step = `step ${rejection.step}`;
  switch (rejection.code) {
    case "no_gate":
      return `Nothing is decided before ${step} starts.`;
    case "gate_not_lapsed":
      return `The time for deciding about ${step} is not over.`;
    case "gate_lapsed":
      return `The time for deciding about ${step} is over. It has to be asked for again.`;
    case "gate_asks_by_itself":
      return `Nobody has to ask: what is decided before ${step} asks by itself.`;
    case "gate_open_already":
      return `It is decided: ${step} may start.`;
    case "gate_own_request":
      return `You asked for ${step}. Somebody else approves it.`;
    case "approval_differs":
      return `That is not what was approved for ${step}. Start it as it was approved, or ask again.`;
    case "approver_may_not_start":
      return `You approved ${step}. Somebody else starts it.`;
    case "gate_not_skippable":
      return `A decision is not skipped. Decide ${step}, or break the glass.`;
    case "gate_shut":
      return `${capital(step)} ${shutWords[rejection.kind]}.`;
    case "gate_not_asked":
      return `${capital(decidersWords(rejection.deciders))} decides about ${step}.`;
    case "gate_voted_already":
      return `You approved ${step} at ${rejection.at.slice(11, 19)} UTC.`;
    case "position_not_polled":
      return `The poll of ${step} does not ask "${rejection.position}".`;
    case "poll_reason_required":
      return `Say why${pollWords(rejection)}.`;
    case "break_confirmation_required":
      return `To break the glass for ${step}, say why and type ${rejection.label}.`;
  }
}

const shutWords: Record<Gate["kind"], string> = {
  approval: "needs approval first. Ask for it",
  hold: "is held until it is released",
  poll: "waits for go or no go",
};

/** "an approver", "somebody of the change board". */
export function decidersWords(by: Deciders, title = (position: string) => position): string {
  if ("group" in by) return `somebody of ${by.group}`;
  if ("position" in by) return title(by.position);
  return { approver: "an approver", commander: "a commander", operator: "an operator" }[by.role];
}

function pollWords({ missing, no }: { missing: string[]; no: string[] }): string {
  const parts = [
    ...(no.length > 0 ? [`${no.join(", ")} voted no go`] : []),
    ...(missing.length > 0 ? [`no vote of ${missing.join(", ")}`] : []),
  ];
  return parts.length > 0 ? `: ${parts.join("; ")}` : "";
}

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
