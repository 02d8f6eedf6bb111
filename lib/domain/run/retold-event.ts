import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import { isOnlyDecided } from "#lib/domain/run/gate.ts";
import { retoldIf } from "#lib/domain/run/retold.ts";

/** What people ask for, and the reason is the system's all the same. */
const CONSEQUENCES: ReadonlySet<RunEvent["type"]> = new Set(["step.canceled", "gate.voided", "gate.lapsed"]);

/** An event with its reason and its evidence as its reader reads them. */
export function retold({ event, actor }: LoggedEvent, procedure: Procedure): RunEvent {
  const { reason, evidence } = event as { reason?: string; evidence?: unknown };
  const bySystem = actor.kind !== "person" || CONSEQUENCES.has(event.type) || "byRule" in event;
  const noEvidence = event.type === "step.overridden" && isDecision(procedure, event.step);
  return {
    ...event,
    ...(reason !== undefined && { reason: retoldIf(bySystem, reason) }),
    ...(typeof evidence === "string" && { evidence: retoldIf(bySystem || noEvidence, evidence) }),
  } as RunEvent;
}

const isDecision = (procedure: Procedure, number: string): boolean => {
  const step = outline(procedure).byNumber.get(number);
  return step !== undefined && isOnlyDecided(step);
};
