import "server-only";
import type { Run, StepState } from "#lib/domain/run/state.ts";

/** How runs and steps lie in the database, and the way there and back. */

export type RunRow = {
  id: string;
  number: number;
  seq: number;
  procedure_id: string;
  mode: string;
  type: string;
  status: string;
  reason: string | null;
  stopped: unknown;
  sites: unknown;
  facts: unknown;
  answers: unknown;
  outputs: unknown;
  automatic: boolean;
  broke_lock: unknown;
  commander_id: string;
  commander_name: string;
  positions: unknown;
  people: unknown;
  without_gates: string[];
  review: unknown;
  presence: unknown;
  reminded: unknown;
  command_offer: unknown;
  taken_commands: unknown;
  rto_seconds: number | null;
  declared_at: Date | null;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
  reached_at: Date | null;
  only_simulated: boolean;
};

/** `since` is a Date from a plain query and a string out of JSON. */
export type StepRow = {
  position: number;
  number: string;
  status: string;
  since: Date | string;
  by_id: string;
  by_name: string;
  reason: string | null;
  note: string | null;
  evidence: string | null;
  by_rule: boolean;
  retry_at: Date | string | null;
  attempts: unknown;
  ticks: unknown;
  added: unknown;
  gate: unknown;
  gate_until: Date | string | null;
  broken_glass: unknown;
  attached: unknown;
  recorded: unknown;
  assigned: unknown;
  help: unknown;
};

/** Only this code writes these rows, and constraints keep their literals, so they are trusted as they are. */
export function toRun(row: RunRow, steps: StepRow[]): Run {
  return {
    id: row.id,
    number: row.number,
    seq: row.seq,
    procedureId: row.procedure_id,
    mode: row.mode,
    type: row.type,
    status: row.status,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.stopped !== null && { stopped: row.stopped }),
    sites: row.sites,
    facts: row.facts,
    answers: row.answers,
    outputs: row.outputs,
    automatic: row.automatic,
    ...(row.broke_lock !== null && { brokeLock: row.broke_lock }),
    commander: { id: row.commander_id, name: row.commander_name },
    positions: row.positions,
    people: row.people,
    withoutGates: row.without_gates,
    review: row.review,
    presence: row.presence,
    reminded: row.reminded,
    ...(row.command_offer !== null && { commandOffer: row.command_offer }),
    takenCommands: row.taken_commands,
    rtoSeconds: row.rto_seconds,
    declaredAt: row.declared_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    ...(row.reached_at !== null && { reachedAt: row.reached_at.toISOString() }),
    ...(row.only_simulated && { onlySimulated: true }),
    steps: steps.map(toStep),
  } as Run;
}

const toStep = (row: StepRow) => ({
  number: row.number,
  status: row.status,
  since: new Date(row.since).toISOString(),
  by: { id: row.by_id, name: row.by_name },
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.note !== null && { note: row.note }),
  ...(row.evidence !== null && { evidence: row.evidence }),
  ...(row.by_rule && { byRule: true }),
  ...(row.retry_at !== null && { retryAt: new Date(row.retry_at).toISOString() }),
  attempts: row.attempts,
  ticks: row.ticks,
  added: row.added,
  ...(row.gate !== null && { gate: row.gate }),
  ...(row.broken_glass !== null && { brokenGlass: row.broken_glass }),
  attached: row.attached,
  ...(row.recorded !== null && { recorded: row.recorded }),
  ...(row.assigned !== null && { assigned: row.assigned }),
  ...(row.help !== null && { help: row.help }),
});

export const fromStep = (step: StepState, position: number): StepRow => ({
  position,
  number: step.number,
  status: step.status,
  since: step.since,
  by_id: step.by.id,
  by_name: step.by.name,
  reason: step.reason ?? null,
  note: step.note ?? null,
  evidence: step.evidence ?? null,
  by_rule: step.byRule ?? false,
  retry_at: step.retryAt ?? null,
  attempts: step.attempts,
  ticks: step.ticks,
  added: step.added,
  gate: step.gate ?? null,
  gate_until: step.gate?.until ?? null,
  broken_glass: step.brokenGlass ?? null,
  attached: step.attached,
  recorded: step.recorded ?? null,
  assigned: step.assigned ?? null,
  help: step.help ?? null,
});
