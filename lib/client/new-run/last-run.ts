import { formatDuration } from "#lib/client/format.ts";
import type { Plan } from "#lib/client/new-run/new-run.ts";
import type { RunView } from "#lib/contract/runs.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { roleTitle } from "#lib/domain/role-name.ts";
import { modeWord, typeWords } from "#lib/domain/run/run-words.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** What the last run of a procedure says for the next one. */

type Person = { id: string; name: string };

/** Of some runs the one that was begun last, whenever it was planned: what was only planned did not happen. */
export const lastBegun = <T extends { startedAt: string | null }>(runs: readonly T[]): T | undefined =>
  runs.filter(({ startedAt }) => startedAt !== null).sort(byStart)[0];

type Begun = { startedAt: string | null };
const byStart = (one: Begun, other: Begun): number => ((one.startedAt ?? "") < (other.startedAt ?? "") ? 1 : -1);

/** So many of the latest are looked through for it. */
export const LOOKED_THROUGH = 20;

/** Who filled the positions last, as far as they can act today. */
export function lastPositions(procedure: Procedure, last: Run | null, people: readonly Person[]): Plan["positions"] {
  const active = new Set(people.map(({ id }) => id));
  const idOf = (who: Person | undefined) => (who && active.has(who.id) ? who.id : undefined);
  return Object.fromEntries(
    (procedure.positions ?? []).flatMap(({ key }) => {
      const filled = last?.positions[key];
      const [person, deputy] = [idOf(filled?.person), idOf(filled?.deputy)];
      return person || deputy ? [[key, { person, deputy }]] : [];
    }),
  );
}

export type Difference = { what: string; before: string; now: string };

type Today = {
  procedure: Procedure;
  version: number;
  /** Names by id. */
  sites: readonly { id: string; name: string }[];
  people: readonly Person[];
  /** Who creates it, and commands it unless somebody takes it over. */
  person: Person;
};

const rtoWords = (seconds: number | null) => (seconds === null ? t("none") : formatDuration(seconds * 1_000));

/** What is planned otherwise than it was in the last run, in the order of the page. */
export function differencesFromLast(plan: Plan, { run, procedure: executed }: RunView, today: Today): Difference[] {
  const { procedure, version, sites, people, person } = today;
  const siteNow = (role: string) => sites.find(({ id }) => id === plan.sites[role])?.name ?? t("none");
  const nameOf = (id: string | undefined) => people.find((person) => person.id === id)?.name ?? t("nobody");
  const asked = (withoutGates: readonly string[], step: string) =>
    withoutGates.includes(step) ? t("left out") : t("asked");
  const steps = [...new Set([...run.withoutGates, ...plan.withoutGates])];
  const all: Difference[] = [
    { what: t("Version"), before: `v${executed.version}`, now: `v${version}` },
    { what: t("Mode"), before: modeWord(run.mode), now: modeWord(plan.mode) },
    { what: t("Type"), before: t(typeWords[run.type]), now: t(typeWords[plan.type]) },
    ...procedure.roles.map(({ key, title }) => ({
      what: roleTitle({ key, title }),
      before: run.sites[key]?.name ?? t("none"),
      now: siteNow(key),
    })),
    ...procedure.facts.map(({ key, label }) => ({
      what: label,
      before: t(run.facts[key] ?? "unknown"),
      now: t(plan.facts[key] ?? "unknown"),
    })),
    { what: "RTO", before: rtoWords(run.rtoSeconds), now: rtoWords(plan.rtoSeconds) },
    {
      what: t("Commander"),
      before: run.commander.name,
      now: plan.offerCommandTo ? t("offered to {person}", { person: nameOf(plan.offerCommandTo) }) : person.name,
    },
    ...steps.map((step) => ({
      what: t("Decision before step {step}", { step }),
      before: asked(run.withoutGates, step),
      now: asked(plan.withoutGates, step),
    })),
    ...(procedure.positions ?? []).flatMap(({ key, title }) => [
      {
        what: title,
        before: run.positions[key]?.person?.name ?? t("nobody"),
        now: nameOf(plan.positions[key]?.person),
      },
      {
        what: t("{position}, deputy", { position: title }),
        before: run.positions[key]?.deputy?.name ?? t("nobody"),
        now: nameOf(plan.positions[key]?.deputy),
      },
    ]),
  ];
  return all.filter(({ before, now }) => before !== now);
}
