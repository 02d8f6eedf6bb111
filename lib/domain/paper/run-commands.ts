import { type Attempted, missingWords, resolve, type Scope } from "#lib/domain/action.ts";
import type { CardLine } from "#lib/domain/paper/checklist.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { roleName } from "#lib/domain/role-name.ts";
import { agreedOn } from "#lib/domain/run/gate.ts";
import { standingTry } from "#lib/domain/run/ran.ts";
import { isOver, lastTry } from "#lib/domain/run/read-state.ts";
import type { Attempt, Run, StepState } from "#lib/domain/run/state.ts";
import type { Assignment } from "#lib/domain/work.ts";
import { expectedLines, variableLines, workLines } from "#lib/domain/work-words.ts";
import { severally, t } from "#lib/words/t.ts";
import { retell } from "#lib/words/told.ts";

/** Where a step of a run is done, and what would be run there. */

type Sites = Pick<Run, "sites">;

/** Roles of one site together, in the order of the procedure. */
function bySite<One extends { role: string }>({ sites }: Sites, all: readonly One[], same = (_: One) => ""): One[][] {
  const found = new Map<string, One[]>();
  for (const one of all) {
    const key = JSON.stringify([sites[one.role]?.id ?? one.role, same(one)]);
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found.values()];
}

/** "Tokyo (practice), source or replication definition": of one site. */
function placeWords({ sites }: Sites, roles: readonly string[]): string {
  const site = sites[roles[0] ?? ""];
  const practice = site?.practice && !/practice|練習/i.test(site.name);
  const name = site ? site.name : t("no site");
  return t("{site}, {role}", {
    site: practice ? t("{site} (practice)", { site: name }) : name,
    role: severally(roles.map(roleName), "or"),
  });
}

/** "Tokyo, source, or Nagoya, replication definition". */
export const placesWords = (run: Sites, roles: readonly string[]): string =>
  bySite(
    run,
    roles.map((role) => ({ role })),
  )
    .map((of) =>
      placeWords(
        run,
        of.map(({ role }) => role),
      ),
    )
    .reduce((places, place) => (places ? t("{places}, or {place}", { places, place }) : place), "");

/**
 * What was run. Before that exactly what would be, at each place it may be done; once where a site would run the same in two roles. What is said
 * at the press, or given by a step, has its name.
 */
export function commandLines(run: Run, step: Step, state: StepState): CardLine[] {
  const confirmed = step.expected && "confirm" in step.expected ? expectedLines(step.expected, undefined) : [];
  if (!step.action) return confirmed;
  const tried = standingTry(state) ?? lastRan(run, state);
  if (tried?.command && tried.conduct === "command") {
    const { role, command } = tried;
    return [{ label: t("Ran at"), words: placeWords(run, [role]) }, ...resolvedLines(step, command)];
  }
  const agreed = agreedOn(state);
  const roles = agreed ? [agreed.role] : step.roles;
  const shown = run.mode === "drill" && step.inDrill === "simulate" && !isDone(run, state);
  const label = isDone(run, state) ? t("Would have run at") : shown ? t("Would run at") : t("Runs at");
  if (agreed?.byHand) return [{ label, words: byHandWords(placeWords(run, roles)) }, ...confirmed];
  const at = { attempt: state.attempts.length + 1, inputs: agreed?.inputs ?? named(step) };
  const ways = roles.map((role) => ({ role, ...wayAt(run, step, { role, ...at }) }));
  const told = bySite(run, ways, ({ why, lines }) => JSON.stringify([why, lines])).flatMap((same) => {
    const place = placeWords(
      run,
      same.map(({ role }) => role),
    );
    const [{ why, lines } = { why: null, lines: [] }] = same;
    const words = why === null ? place : t("{place}: by hand only, {why}", { place, why });
    return [{ label, words }, ...lines];
  });
  // Whoever has only the paper must not type what the drill leaves alone.
  return shown ? [{ label: t("SIMULATED"), words: t("Do not run it: this drill only shows it.") }, ...told] : told;
}

/** The command that was run last, where none will be any more: that it failed or was stopped does not undo that. */
function lastRan(run: Run, state: StepState): Attempt | undefined {
  const last = isDone(run, state) ? lastTry(state) : undefined;
  return last?.begun && last;
}

/** Nothing of it will be run any more: people did it, or left it out, or the run is over. */
const isDone = (run: Run, { status }: StepState): boolean =>
  isOver(run.status) || status === "completed" || status === "overridden" || status === "skipped";

const byHandWords = (place: string): string =>
  t("{place}: by hand only, {why}", { place, why: t("as it was asked for") });

const named = ({ inputs = [] }: Step) => Object.fromEntries(inputs.map(({ name }) => [name, `[${name}]`]));

/** What would be run in a role, or why nothing can be. */
function wayAt(run: Run, step: Step, at: Attempted): { why: string | null; lines: CardLine[] } {
  const found = resolve(step, withNames(run, step), at);
  if (!found.ok) {
    const confirmed = step.expected && "confirm" in step.expected ? expectedLines(step.expected, undefined) : [];
    return { why: retell(missingWords(found.missing)), lines: confirmed };
  }
  return { why: null, lines: resolvedLines(step, found.assignment) };
}

const resolvedLines = (step: Step, assignment: Assignment): CardLine[] => [
  ...workLines(assignment),
  ...variableLines(assignment.variables),
  ...expectedLines(step.expected, assignment),
];

/** What no step has given yet stands by its name. */
function withNames(run: Run, step: Step): Scope {
  const text = JSON.stringify([step.action, step.expected]);
  const asked = [...text.matchAll(/"output":"([^"]+)"/g)].map(([, name = ""]) => name);
  const named = asked.map((value) => [value, { value: `[${value}]`, by: run.commander, at: run.createdAt }]);
  return { ...run, outputs: { ...Object.fromEntries(named), ...run.outputs } };
}
