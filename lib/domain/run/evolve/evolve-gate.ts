import type { Who } from "#lib/domain/instant.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import type { GateState, StepState, StepStatus } from "#lib/domain/run/state.ts";

export type GateEvent = Extract<RunEvent, { type: `gate.${string}` }>;

/** Folds what was decided about a step's gate. `into` is the step in its next status, with what was said then. */
export function evolveGate(
  step: StepState,
  event: GateEvent,
  { by, at, into }: { by: Who; at: string; into: (status: StepStatus, said?: { reason?: string }) => StepState },
): StepState {
  const gate = step.gate ?? { askedAt: at, votes: [] };
  switch (event.type) {
    case "gate.voted":
      return { ...step, gate: { ...gate, votes: [...others(gate, event.position), voteOf(event, by, at)] } };
    case "gate.opened":
      return { ...into("ready"), gate: opened(gate, { by, at, reason: event.reason ?? event.note }) };
    case "gate.broken": {
      const asks = step.status === "awaiting_approval" || step.status === "rejected";
      const broken = { ...gate, opened: { by, at, reason: event.reason, broken: true as const } };
      return { ...(asks ? into("ready") : step), gate: broken };
    }
    case "gate.voided":
      return withoutGate(into("ready", { reason: event.reason }));
    case "gate.lapsed":
      return gate.opened
        ? withoutGate(into("ready", { reason: event.reason }))
        : into("rejected", { reason: event.reason });
  }
}

/** A position's vote takes the place of its earlier one; the log keeps both. */
const others = ({ votes }: GateState, position: string | undefined) =>
  votes.filter((vote) => position === undefined || vote.position !== position);

const voteOf = (event: Extract<GateEvent, { type: "gate.voted" }>, by: Who, at: string) => ({
  by,
  at,
  vote: event.vote,
  ...(event.position !== undefined && { position: event.position }),
  ...(event.reason !== undefined && { reason: event.reason }),
});

/** The gate once it was decided. */
export const opened = (
  gate: GateState,
  { by, at, reason }: { by: Who; at: string; reason?: string | undefined },
): GateState => ({ ...gate, opened: { by, at, ...(reason !== undefined && { reason }) } });

/** Its gate is to be asked anew. That its glass was broken is not forgotten. */
export function withoutGate({ gate, ...step }: StepState): StepState {
  const { opened } = gate ?? {};
  return opened?.broken ? { ...step, brokenGlass: [...(step.brokenGlass ?? []), opened] } : step;
}
