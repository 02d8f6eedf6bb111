import { hasMoved, type Plan } from "#lib/client/new-run/new-run.ts";
import type { StepPreview } from "#lib/client/new-run/plan-preview.ts";
import { gatesWait } from "#lib/client/overview/gates-waiting.ts";
import { runName } from "#lib/client/run/run-name.ts";
import { answersFor } from "#lib/client/sites/site-workers.ts";
import type { ListedPerson } from "#lib/contract/people.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import type { Site } from "#lib/contract/sites.ts";
import type { Worker } from "#lib/contract/workers.ts";
import { can } from "#lib/domain/grants.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { listed, severally, t, tn } from "#lib/words/t.ts";

export type PlanNote = { key: string; kind: "check" | "warn"; words: string };

type Surroundings = {
  steps: readonly StepPreview[];
  places: readonly Site[];
  people: readonly ListedPerson[];
  /** Null where it is not known now what goes on; `whole`: no other run does. */
  unfinished: { runs: readonly RunSummary[]; whole: boolean } | null;
  /** Null where it is not known now who answers. */
  workers: readonly Worker[] | null;
  /** The last run of the procedure. */
  last: Run | null;
};

/** What is worth knowing before the run is started; warnings stop nobody. */
export function planNotes(plan: Plan, { steps, places, people, unfinished, workers, last }: Surroundings): PlanNote[] {
  const chosen = places.filter(({ id }) => Object.values(plan.sites).includes(id));
  return [
    ...movedNotes(plan, last),
    ...practiceNotes(plan, chosen),
    ...drillNotes(plan, steps),
    ...byHandNotes(steps),
    ...unnamedNotes(plan, people),
    ...workerNotes(chosen, workers),
    ...otherRuns(chosen, unfinished),
  ];
}

/** The source that is suggested, or chosen, is where the last run has gone to. */
function movedNotes({ sites }: Plan, last: Run | null): PlanNote[] {
  if (!last || !hasMoved(last)) return [];
  const { destination } = last.sites;
  if (!destination || destination.id !== sites.source) return [];
  const run = runName(last);
  return [check("moved", t("{run} switched over to {site}: it is the source now.", { run, site: destination.name }))];
}

function practiceNotes({ mode }: Plan, chosen: readonly Site[]): PlanNote[] {
  const practice = chosen.filter((site) => site.practice);
  if (practice.length === 0) return [];
  const sites = listed(practice.map(({ name }) => name));
  if (practice.length < chosen.length) {
    const words = tn(
      "{sites} is for practice, the other site is real.",
      "{sites} are for practice, the other site is real.",
      practice.length,
      { sites },
    );
    return [warn("mixed", words)];
  }
  return mode === "live"
    ? [
        warn(
          "practice",
          t("{sites} are practice sites: commands act on practice files, no service is moved.", { sites }),
        ),
      ]
    : [check("practice", t("{sites} are practice sites.", { sites }))];
}

function drillNotes({ mode }: Plan, steps: readonly StepPreview[]): PlanNote[] {
  if (mode === "live") return [];
  const acting = steps.filter(({ inDrill }) => inDrill === "acts").map(({ step }) => step.number);
  return acting.length > 0
    ? [
        warn(
          "acts",
          tn(
            "Also in a drill, step {steps} acts for real.",
            "Also in a drill, steps {steps} act for real.",
            acting.length,
            {
              steps: listed(acting),
            },
          ),
        ),
      ]
    : [check("acts", t("Nothing acts in this drill: every step is shown and recorded only."))];
}

function byHandNotes(steps: readonly StepPreview[]): PlanNote[] {
  const lacking = steps.filter(({ missing }) => missing.length > 0);
  if (lacking.length === 0) return [];
  const sites = [...new Set(lacking.flatMap(({ missing }) => missing.map(({ site }) => site)))];
  const numbers = lacking.map(({ step }) => step.number);
  const words = tn(
    "{sites} does not say the command of step {steps}: to be done by hand.",
    "{sites} does not say the command of steps {steps}: to be done by hand.",
    numbers.length,
    { sites: listed(sites), steps: listed(numbers) },
  );
  return [warn("by-hand", words)];
}

/** A step that is nobody's is mailed to those who take part, not to everybody who could do it. */
function unnamedNotes({ mode, positions }: Plan, people: readonly ListedPerson[]): PlanNote[] {
  if (mode === "drill") return [];
  const named = new Set(Object.values(positions).flatMap(({ person, deputy }) => [person, deputy]));
  if (people.some(({ id, role }) => named.has(id) && can(role, "run.operate"))) return [];
  return [warn("unnamed", t("No operator is told by e-mail that a step is ready, until one is named in the run."))];
}

function workerNotes(chosen: readonly Site[], workers: Surroundings["workers"]): PlanNote[] {
  if (chosen.length === 0) return [];
  if (workers === null) return [warn("workers", t("It is not known whether a worker answers."))];
  const silent = chosen.filter(({ id }) => answersFor(workers, id).length === 0);
  const names = (of: readonly Site[]) => listed(of.map(({ name }) => name));
  return silent.length > 0
    ? [
        warn(
          "workers",
          t("No worker answers for {sites}: commands there would wait for one.", { sites: names(silent) }),
        ),
      ]
    : [check("workers", t("A worker answers for {sites}.", { sites: names(chosen) }))];
}

function otherRuns(chosen: readonly Site[], unfinished: Surroundings["unfinished"]): PlanNote[] {
  if (chosen.length === 0) return [];
  const namesOf = (of: readonly Site[]) => of.map(({ name }) => name);
  const sites = severally(namesOf(chosen), "or");
  const there = (unfinished?.runs ?? []).flatMap((run) => {
    const shared = chosen.filter(({ id }) => Object.values(run.siteIds).includes(id));
    return run.status === "draft" || shared.length === 0 ? [] : { run, shared };
  });
  if (there.length === 0) {
    return unfinished?.whole
      ? [check("others", t("No other run is active at {sites}.", { sites }))]
      : [warn("others", t("It is not known whether another run is active at {sites}.", { sites }))];
  }
  return there.map(({ run, shared }) => warn(`run-${run.number}`, activeWords(run, listed(namesOf(shared)))));
}

const activeWords = (run: RunSummary, sites: string): string =>
  run.gatesWaiting > 0
    ? t("{run} is active at {sites}, {gates}.", { run: runName(run), sites, gates: gatesWait(run.gatesWaiting) })
    : t("{run} is active at {sites}.", { run: runName(run), sites });

const warn = (key: string, words: string): PlanNote => ({ key, kind: "warn", words });
const check = (key: string, words: string): PlanNote => ({ key, kind: "check", words });
