import { missingWords, resolve, type Scope } from "#lib/domain/action.ts";
import type { CardLine } from "#lib/domain/paper/checklist.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { roleName } from "#lib/domain/role-name.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";
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
 * Exactly what would be run, at each place it may be done; once where a site would run the same in two roles. What is said
 * at the press, or given by a step, has its name.
 */
export function commandLines(run: Run, step: Step, state: StepState): CardLine[] {
  const confirmed = step.expected && "confirm" in step.expected ? expectedLines(step.expected, undefined) : [];
  if (!step.action) return confirmed;
  const ways = step.roles.map((role) => ({ role, ...wayAt(run, step, { role, attempt: state.attempts.length + 1 }) }));
  return bySite(run, ways, ({ why, lines }) => JSON.stringify([why, lines])).flatMap((same) => {
    const place = placeWords(
      run,
      same.map(({ role }) => role),
    );
    const [{ why, lines } = { why: null, lines: [] }] = same;
    const words = why === null ? place : t("{place}: by hand only, {why}", { place, why });
    return [{ label: t("Runs at"), words }, ...lines];
  });
}

/** What would be run in a role, or why nothing can be. */
function wayAt(run: Run, step: Step, at: { role: string; attempt: number }): { why: string | null; lines: CardLine[] } {
  const inputs = Object.fromEntries((step.inputs ?? []).map(({ name }) => [name, `[${name}]`]));
  const found = resolve(step, withNames(run, step), { ...at, inputs });
  if (!found.ok) {
    const confirmed = step.expected && "confirm" in step.expected ? expectedLines(step.expected, undefined) : [];
    return { why: retell(missingWords(found.missing)), lines: confirmed };
  }
  const { assignment } = found;
  return {
    why: null,
    lines: [
      ...workLines(assignment),
      ...variableLines(assignment.variables),
      ...expectedLines(step.expected, assignment),
    ],
  };
}

/** What no step has given yet stands by its name. */
function withNames(run: Run, step: Step): Scope {
  const text = JSON.stringify([step.action, step.expected]);
  const asked = [...text.matchAll(/"output":"([^"]+)"/g)].map(([, name = ""]) => name);
  const named = asked.map((value) => [value, { value: `[${value}]`, by: run.commander, at: run.createdAt }]);
  return { ...run, outputs: { ...Object.fromEntries(named), ...run.outputs } };
}
