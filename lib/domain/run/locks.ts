import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Lock } from "#lib/domain/run/rejection/rejection.ts";
import type { Run, RunSite } from "#lib/domain/run/state.ts";

/** A live run that is going on, as far as it holds others back. */
export type OpenRun = {
  number: number;
  procedureKey: string;
  sites: { id: string; name: string; practice: boolean }[];
};

/** A run that is not there yet has no number. */
type Starting = Pick<Run, "mode"> & {
  number: number | null;
  sites: Readonly<Record<string, Pick<RunSite, "id" | "practice">>>;
};

/**
 * What keeps a run from being started: a live run holds its procedure and its sites against a second live run, and its
 * sites against a drill that would act there. At practice sites there is nothing real that two could move, so there only
 * the sites themselves are held.
 */
export function locksAgainst(procedure: Procedure, run: Starting, open: readonly OpenRun[]): Lock[] {
  const wanted = new Set(sitesActedAt(procedure, run));
  const real = Object.values(run.sites).some(({ practice }) => !practice);
  return open.flatMap((other): Lock[] => {
    const sites = other.sites.filter(({ id }) => wanted.has(id)).map(({ name }) => name);
    const otherIsReal = other.sites.some(({ practice }) => !practice);
    const same = run.mode === "live" && real && otherIsReal && other.procedureKey === procedure.key;
    if (other.number === run.number || (!same && sites.length === 0)) return [];
    return [{ run: runLabel(other.number), procedure: same, sites: [...new Set(sites)] }];
  });
}

/** The ids of the sites where the run does something: all of a live run's, of a drill only those of steps that act. */
function sitesActedAt(procedure: Procedure, { mode, sites }: Starting): string[] {
  const roles =
    mode === "live"
      ? Object.keys(sites)
      : outline(procedure).steps.flatMap((step) => (step.inDrill === "run" ? step.roles : []));
  return roles.flatMap((role) => sites[role]?.id ?? []);
}
