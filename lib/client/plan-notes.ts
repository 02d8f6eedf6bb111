import type { Plan } from "#lib/client/new-run.ts";
import type { StepPreview } from "#lib/client/plan-preview.ts";
import { runName } from "#lib/client/run-name.ts";
import type { RunSummary } from "#lib/contract/runs.ts";
import type { Site } from "#lib/contract/sites.ts";

export type PlanNote = { key: string; kind: "check" | "warn"; words: string };

type Surroundings = { steps: readonly StepPreview[]; places: readonly Site[]; unfinished: readonly RunSummary[] };

/** What is worth knowing before the run is started; warnings stop nobody. */
export function planNotes(plan: Plan, { steps, places, unfinished }: Surroundings): PlanNote[] {
  const chosen = places.filter(({ id }) => Object.values(plan.sites).includes(id));
  return [
    ...practiceNotes(plan, chosen),
    ...drillNotes(plan, steps),
    ...byHandNotes(steps),
    ...otherRuns(chosen, unfinished),
  ];
}

function practiceNotes({ mode }: Plan, chosen: readonly Site[]): PlanNote[] {
  const practice = chosen.filter((site) => site.practice);
  if (practice.length === 0) return [];
  const names = list(practice.map(({ name }) => name));
  if (practice.length < chosen.length) {
    return [warn("mixed", `${names} ${practice.length > 1 ? "are" : "is"} for practice, the other site is real.`)];
  }
  return mode === "live"
    ? [warn("practice", `${names} are practice sites: commands act on practice files, no service is moved.`)]
    : [check("practice", `${names} are practice sites.`)];
}

function drillNotes({ mode }: Plan, steps: readonly StepPreview[]): PlanNote[] {
  if (mode === "live") return [];
  const acting = steps.filter(({ inDrill }) => inDrill === "acts").map(({ step }) => step.number);
  return acting.length > 0
    ? [warn("acts", `Also in a drill, ${numbered(acting)} ${acting.length > 1 ? "act" : "acts"} for real.`)]
    : [check("acts", "Nothing acts in this drill: every step is shown and recorded only.")];
}

function byHandNotes(steps: readonly StepPreview[]): PlanNote[] {
  const lacking = steps.filter(({ missing }) => missing.length > 0);
  if (lacking.length === 0) return [];
  const sites = [...new Set(lacking.flatMap(({ missing }) => missing.map(({ site }) => site)))];
  const numbers = lacking.map(({ step }) => step.number);
  return [warn("by-hand", `${list(sites)} does not say the command of ${numbered(numbers)}: to be done by hand.`)];
}

function otherRuns(chosen: readonly Site[], unfinished: readonly RunSummary[]): PlanNote[] {
  const names = new Set(chosen.map(({ name }) => name));
  const there = unfinished.filter(
    ({ status, sites }) => status !== "draft" && Object.values(sites).some((name) => names.has(name)),
  );
  if (there.length === 0) {
    return names.size > 0 ? [check("others", `No other run goes on at ${list([...names], "or")}.`)] : [];
  }
  return there.map((run) =>
    warn(
      `run-${run.number}`,
      `${runName(run)} goes on at ${list([...new Set(Object.values(run.sites))].filter((name) => names.has(name)))}.`,
    ),
  );
}

const warn = (key: string, words: string): PlanNote => ({ key, kind: "warn", words });
const check = (key: string, words: string): PlanNote => ({ key, kind: "check", words });

const numbered = (numbers: readonly string[]): string => `step${numbers.length > 1 ? "s" : ""} ${list(numbers)}`;

/** "6", "6 and 7", "6, 7 and 9". */
function list(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
