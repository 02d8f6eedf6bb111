import type { RunFilter, RunSummary } from "#lib/contract/runs.ts";
import type { Person } from "#lib/domain/actor.ts";
import { can } from "#lib/domain/grants.ts";

/** Among which runs somebody's reports to sign are looked for. */
export const overWith = (person: string): RunFilter & { limit: number } => ({ over: "yes", person, limit: 20 });

/** Runs that are over, that this person commanded, and whose report they have not signed off: the latest first. */
export const reportsToSign = (over: readonly RunSummary[], { id, role }: Pick<Person, "id" | "role">): RunSummary[] =>
  can(role, "run.review")
    ? over.filter(({ commander, signedOffBy }) => commander.id === id && !signedOffBy.includes(id))
    : [];
