import * as checks from "#lib/contract/checks.ts";
import * as drafts from "#lib/contract/drafts.ts";
import type { AnyEndpoint } from "#lib/contract/endpoint.ts";
import * as evidence from "#lib/contract/evidence.ts";
import * as health from "#lib/contract/health.ts";
import * as notices from "#lib/contract/notices.ts";
import * as paper from "#lib/contract/paper.ts";
import * as people from "#lib/contract/people.ts";
import * as procedures from "#lib/contract/procedures.ts";
import * as record from "#lib/contract/record.ts";
import * as report from "#lib/contract/report.ts";
import * as runs from "#lib/contract/runs.ts";
import * as savedFilters from "#lib/contract/saved-filters.ts";
import * as secondFactor from "#lib/contract/second-factor.ts";
import * as sessions from "#lib/contract/sessions.ts";
import * as singleSignOn from "#lib/contract/single-sign-on.ts";
import * as sites from "#lib/contract/sites.ts";
import * as tokens from "#lib/contract/tokens.ts";
import * as workers from "#lib/contract/workers.ts";

const contracts = [
  runs,
  savedFilters,
  record,
  evidence,
  report,
  paper,
  procedures,
  drafts,
  sites,
  people,
  sessions,
  secondFactor,
  singleSignOn,
  tokens,
  notices,
  workers,
  checks,
  health,
] as const;

/** Every operation there is, with the name it is exported by. */
export const allEndpoints: readonly { name: string; endpoint: AnyEndpoint }[] = contracts.flatMap((declarations) =>
  Object.entries(declarations).flatMap(([name, value]) => ("method" in value ? [{ name, endpoint: value }] : [])),
);

type Exported<Contract> = Contract extends unknown ? Contract[keyof Contract] : never;
type Declared = Extract<Exported<(typeof contracts)[number]>, Pick<AnyEndpoint, "method" | "path">>;

/** Every endpoint by its method and path: what the browser knows of it, which loads no schema. */
export type Operations = { [Each in Declared as `${Each["method"]} ${Each["path"]}`]: Each };
export type Operation = keyof Operations;
