import type { ActiveRun } from "#lib/client/overview/active-runs.ts";
import { runName } from "#lib/client/run/run-name.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { forecast, isAtBest, type PastDurations } from "#lib/domain/forecast.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { type Digest, digest, isTrouble } from "#lib/domain/run/digest.ts";
import { dueMsOf } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** Why a run may not come out well, the gravest first. */
const risks = ["over", "late", "trouble", "paused"] as const;
export type Risk = (typeof risks)[number];

export type Brief = { run: Run; procedure: Procedure; digest: Digest };

/** When it is expected to be done; `atBest`: of some of what is left nobody knows how long it takes. */
type Finish = { ms: number; atBest: boolean };

/**
 * A run that goes on, and what can be said of it; `brief` is null where only its summary is known. `notLookedAt`: so it stays,
 * and that it has no risk does not say that it goes well.
 */
export type GoingRun = {
  summary: RunSummary;
  brief: Brief | null;
  notLookedAt: boolean;
  dueMs: number | null;
  finish: Finish | null;
  risk: Risk | null;
};

/**
 * `past`: what earlier runs of its procedure took; the page of the run forecasts by the same. `heardMs`: until when it is known
 * what went on in it. An objective passes without anybody hearing of it.
 */
export function goingRun(
  { summary, view, procedure, listedOnly = false }: ActiveRun,
  past: PastDurations,
  nowMs: number,
  heardMs = nowMs,
): GoingRun {
  const brief = view && procedure ? { run: view.run, procedure, digest: digest(procedure, view.run) } : null;
  const dueMs = dueMsOf(summary);
  const finish = brief && finishOf(brief, past, heardMs);
  return {
    summary,
    brief,
    notLookedAt: listedOnly,
    dueMs,
    finish,
    risk: riskOf(summary, brief, { dueMs, finish, nowMs }),
  };
}

function finishOf({ procedure, run }: Brief, past: PastDurations, nowMs: number): Finish | null {
  const expected = forecast(procedure, run, past, nowMs);
  if (!expected || expected.finishMs === null) return null;
  return { ms: expected.finishMs, atBest: isAtBest(expected) };
}

type Times = { dueMs: number | null; finish: Finish | null; nowMs: number };

function riskOf(
  { status, stepsInTrouble }: RunSummary,
  brief: Brief | null,
  { dueMs, finish, nowMs }: Times,
): Risk | null {
  if (dueMs !== null && dueMs < nowMs) return "over";
  if (dueMs !== null && finish && finish.ms > dueMs) return "late";
  const inTrouble = brief ? brief.digest.waiting.some(({ need }) => isTrouble(need)) : stepsInTrouble > 0;
  if (inTrouble) return "trouble";
  return status === "paused" ? "paused" : null;
}

/** How it stands with all of them. One that is not looked at counts as such, also where its summary alone says that it is at risk. */
export function standOf(runs: readonly GoingRun[]): Record<"over" | "risk" | "notLookedAt", number> {
  const count = (is: (run: GoingRun) => boolean) => runs.filter(is).length;
  return {
    over: count(({ risk }) => risk === "over"),
    risk: count(({ risk }) => risk !== null && risk !== "over"),
    notLookedAt: count(({ notLookedAt }) => notLookedAt),
  };
}

/** The gravest first, then what is due soonest, then the latest as they come. */
export const byRisk = (runs: readonly GoingRun[]): GoingRun[] =>
  runs.toSorted((one, other) => gravity(one) - gravity(other) || dueOf(one) - dueOf(other));

const gravity = ({ risk }: GoingRun): number => (risk ? risks.indexOf(risk) : risks.length);
/** A number also where nothing is due: the difference of two infinities is none. */
const dueOf = ({ dueMs }: GoingRun): number => dueMs ?? Number.MAX_SAFE_INTEGER;

export type GoingFilter = { only: "all" | "mine" | "risk"; text: string };
export const everyRun: GoingFilter = { only: "all", text: "" };

/** `mine`: ids of the runs that this person commands or that wait for them. */
export function matchesFilter(run: GoingRun, { only, text }: GoingFilter, mine: ReadonlySet<string>): boolean {
  if (only === "mine" && !mine.has(run.summary.id)) return false;
  if (only === "risk" && run.risk === null) return false;
  const { procedure, sites, commander } = run.summary;
  const words = [runName(run.summary), procedure.title, ...Object.values(sites), commander.name]
    .join(" ")
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
