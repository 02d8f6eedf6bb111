import type { Plan } from "#lib/client/new-run/new-run.ts";
import type { ListedPerson } from "#lib/contract/people.ts";
import type { RunView } from "#lib/contract/runs.ts";
import { can } from "#lib/domain/grants.ts";
import { duration } from "#lib/domain/paper/duration.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { roleTitle } from "#lib/domain/role-name.ts";
import { modeWord, typeWords } from "#lib/domain/run/run-words.ts";
import type { Mode, Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** What the last run of a procedure says for the next one. */

type Named = { id: string; name: string };

/** Of some runs the one that was begun last, whenever it was planned: what was only planned did not happen. */
export const lastBegun = <T extends { startedAt: string | null }>(runs: readonly T[]): T | undefined =>
  runs.filter(({ startedAt }) => startedAt !== null).sort(byStart)[0];

type Begun = { startedAt: string | null };
const byStart = (one: Begun, other: Begun): number => ((one.startedAt ?? "") < (other.startedAt ?? "") ? 1 : -1);

type Of = Begun & { procedure: { key: string } };

/**
 * In a disaster nobody looks for the procedure: of those there are it is the one that was run live last, or else the one that
 * was begun last. A drill of another one since must not be what is then started live. For a drill it is the one begun last.
 */
export function lastUsed<P extends { key: string }>(
  procedures: readonly P[],
  mode: Mode,
  { live, latest }: { live: readonly Of[]; latest: readonly Of[] },
): P | undefined {
  const find = (runs: readonly Of[]) => {
    const last = lastBegun(runs);
    return procedures.find(({ key }) => key === last?.procedure.key);
  };
  return (mode === "live" && find(live)) || find(latest);
}

/** So many of the latest are looked through for it. */
export const LOOKED_THROUGH = 20;

/** Who filled the positions last, as far as they can today. */
export function lastPositions(
  procedure: Procedure,
  last: Run | null,
  people: readonly ListedPerson[],
): Plan["positions"] {
  const able = new Set(ableToFill(people).map(({ id }) => id));
  const idOf = (who: Named | undefined) => (who && able.has(who.id) ? who.id : undefined);
  return Object.fromEntries(
    (procedure.positions ?? []).flatMap(({ key }) => {
      const filled = last?.positions[key];
      const [person, deputy] = [idOf(filled?.person), idOf(filled?.deputy)];
      return person || deputy ? [[key, { person, deputy }]] : [];
    }),
  );
}

/** Of those who can act, who may take part in a run. */
export const ableToFill = (people: readonly ListedPerson[]): ListedPerson[] =>
  people.filter(({ role }) => can(role, "run.note"));

export type Difference = { what: string; before: string; now: string };

type Today = {
  procedure: Procedure;
  version: number;
  /** The numbers of the steps that may apply: at the others nothing is decided. */
  applying: readonly string[];
  /** Not while what is typed as the objective cannot be read. */
  rtoKnown: boolean;
  /** Names by id. */
  sites: readonly { id: string; name: string }[];
  people: readonly Named[];
  /** Who creates it, and commands it unless somebody takes it over. */
  person: Named;
};

/** To the second: what is not the same has not the same words. */
const rtoWords = (seconds: number | null) => (seconds === null ? t("none") : duration(seconds));

/** Who or what it was and is, by their names of today: one of the same name may be another. */
function named(known: readonly Named[], was: Named | undefined, id: string | undefined, none: string) {
  const nameOf = (one: string | undefined) => known.find((each) => each.id === one)?.name;
  const before = was ? (nameOf(was.id) ?? was.name) : none;
  const now = id ? (nameOf(id) ?? (was?.id === id ? was.name : t("not known"))) : none;
  return { before, now: was && before === now && was.id !== id ? t("another {name}", { name: now }) : now };
}

/** What is planned otherwise than it was in the last run, in the order of the page. */
export function differencesFromLast(plan: Plan, { run, procedure: executed }: RunView, today: Today): Difference[] {
  const { procedure, version, applying, rtoKnown, sites, people, person } = today;
  const site = (role: string) => named(sites, run.sites[role], plan.sites[role], t("none"));
  const filled = (was: Named | undefined, id: string | undefined) => named([...people, person], was, id, t("nobody"));
  const commander = filled(run.commander, plan.offerCommandTo ?? person.id);
  if (plan.offerCommandTo) commander.now = t("offered to {person}", { person: commander.now });
  const asked = (withoutGates: readonly string[], step: string) =>
    withoutGates.includes(step) ? t("left out") : t("asked");
  const steps = applying.filter((step) => run.withoutGates.includes(step) || plan.withoutGates.includes(step));
  const all: Difference[] = [
    { what: t("Version"), before: `v${executed.version}`, now: `v${version}` },
    { what: t("Mode"), before: modeWord(run.mode), now: modeWord(plan.mode) },
    { what: t("Type"), before: t(typeWords[run.type]), now: t(typeWords[plan.type]) },
    ...procedure.roles.map(({ key, title }) => ({ what: roleTitle({ key, title }), ...site(key) })),
    ...procedure.facts.map(({ key, label }) => ({
      what: label,
      before: t(run.facts[key] ?? "unknown"),
      now: t(plan.facts[key] ?? "unknown"),
    })),
    {
      what: "RTO",
      before: rtoWords(run.rtoSeconds),
      now: rtoKnown ? rtoWords(plan.rtoSeconds) : t("not known yet"),
    },
    { what: t("Commander"), ...commander },
    ...steps.map((step) => ({
      what: t("Decision before step {step}", { step }),
      before: asked(run.withoutGates, step),
      now: asked(plan.withoutGates, step),
    })),
    ...(procedure.positions ?? []).flatMap(({ key, title }) => [
      { what: title, ...filled(run.positions[key]?.person, plan.positions[key]?.person) },
      {
        what: t("{position}, deputy", { position: title }),
        ...filled(run.positions[key]?.deputy, plan.positions[key]?.deputy),
      },
    ]),
  ];
  return all.filter(({ before, now }) => before !== now);
}
