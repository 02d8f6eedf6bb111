import { type DrillDay, drillDays } from "#lib/client/help/drill-days.ts";
import { type HelpGroup, helpGroups } from "#lib/client/help/help-groups.ts";
import { type StateChapter, stateChapters } from "#lib/client/help/other-states.ts";
import { type Meaning, runMeanings, stepMeanings } from "#lib/client/help/state-help.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { statusWords } from "#lib/domain/run/run-words.ts";
import type { RunStatus } from "#lib/domain/run/state.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { pieces, t } from "#lib/words/t.ts";

/** What the help holds, or of it what has all the words that are looked for. */
export type HelpContent = {
  days: readonly DrillDay[];
  steps: readonly (readonly [ShownState, Meaning])[];
  runs: readonly (readonly [RunStatus, Meaning])[];
  others: readonly StateChapter[];
  groups: readonly HelpGroup[];
  count: number;
};

/** In the language of the reader, as it stands on the page; empty `text` finds all. */
export function findInHelp(text: string): HelpContent {
  const typed = text.normalize("NFKC").toLowerCase().split(/\s+/);
  const has = (...words: string[]) => {
    const all = words.join(" ").toLowerCase();
    return typed.every((word) => all.includes(word));
  };
  const pages = { procedures: t("Procedures"), newRun: t("New run") };
  const days = drillDays.filter(({ title, words }) => has(t(title), pieces(words, pages).join("")));
  const steps = entries<ShownState>(stepMeanings).filter(([state, meaning]) => has(stateWord(state), ...told(meaning)));
  const runs = entries<RunStatus>(runMeanings).filter(([status, meaning]) =>
    has(t(statusWords[status]), ...told(meaning)),
  );
  const others = stateChapters.map((chapter) => ({
    ...chapter,
    states: chapter.states.filter(({ word, meaning }) => has(t(word), ...told(meaning))),
  }));
  const groups = helpGroups().flatMap((group) => {
    const buttons = group.buttons.filter(({ button, does }) => has(group.title, button, does));
    return buttons.length > 0 ? [{ ...group, buttons }] : [];
  });
  const lists = [days, steps, runs, ...others.map(({ states }) => states), ...groups.map(({ buttons }) => buttons)];
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  return { days, steps, runs, others, groups, count };
}

const told = ({ means, next }: Meaning): string[] => [t(means), t(next)];

const entries = <Key extends string>(record: Record<Key, Meaning>) => Object.entries(record) as [Key, Meaning][];
