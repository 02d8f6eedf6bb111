import type { Practised, ProcedureSummary } from "#lib/contract/procedures.ts";

/** What is known of a version from its last drill or live run: the newer version of the two counts. */
export type Trust =
  | { kind: "never" }
  | { kind: "changed"; since: Practised; how: "drilled" | "live" }
  | { kind: "as_it_is"; how: "drilled" | "live" };

export function trustOf({ version, lastDrill, lastLive }: Practice): Trust {
  const isLive = lastLive !== null && (lastDrill === null || lastLive.version > lastDrill.version);
  const last = isLive ? lastLive : lastDrill;
  if (last === null) return { kind: "never" };
  const how = isLive ? "live" : "drilled";
  return last.version < version ? { kind: "changed", since: last, how } : { kind: "as_it_is", how };
}

type Practice = Pick<ProcedureSummary, "version" | "lastDrill" | "lastLive">;
