import type { Practised, ProcedureSummary } from "#lib/contract/procedures.ts";

/** What is known of a version from drills and live runs: the newest version that came to its end counts. */
export type Trust =
  | { kind: "never" }
  | { kind: "changed"; since: Practised; how: "drilled" | "live" }
  | { kind: "as_it_is"; by: Practised; how: "drilled" | "live" };

/** As a list tells them apart. */
export type TrustState = Exclude<Trust["kind"], "as_it_is"> | Extract<Trust, { kind: "as_it_is" }>["how"];

export function trustOf({ version, newestDrill, newestLive }: Practice): Trust {
  const isLive = newestLive !== null && (newestDrill === null || newestLive.version > newestDrill.version);
  const last = isLive ? newestLive : newestDrill;
  if (last === null) return { kind: "never" };
  const how = isLive ? "live" : "drilled";
  return last.version < version ? { kind: "changed", since: last, how } : { kind: "as_it_is", by: last, how };
}

type Practice = Pick<ProcedureSummary, "version" | "newestDrill" | "newestLive">;
