"use client";

import { useEffect, useState } from "react";
import { cardAt, cardOf } from "#components/runs/list/cards.ts";
import { isOpen, type StepRow } from "#components/runs/list/step-rows.ts";
import type { ViewState } from "#components/runs/view-state.ts";
import { isInSight } from "#components/shell/held.ts";
import { isAttended, watchHands } from "#lib/client/attended.ts";
import { isOwnDoing } from "#lib/client/run/own-doing.ts";
import type { Person } from "#lib/domain/actor.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";

type Now = {
  run: Run;
  rows: readonly StepRow[];
  person: Person;
  view: ViewState;
  /** What would stand open by itself. */
  open: ReadonlySet<string>;
  /** The phases that have nothing left to be done, by their place; none of a run that is over. */
  closed: ReadonlySet<number>;
  /** The steps somebody has to do with now, and the one this person most likely came for. */
  active: readonly StepRow[];
  likeliest: string | undefined;
};

type Followed = {
  run: Run;
  /** The run as it was when the list came to it last. */
  settled: Run;
  rows: readonly StepRow[];
  open: ReadonlySet<string>;
  /** The phases that stand in one line. */
  folded: ReadonlySet<number>;
  /** The step that a phone shows whole, and that keys are about. */
  current: string | undefined;
  /** The choice by hand that has been left behind. */
  left: ViewState["chosen"];
  /** How often the list came to what the run is. */
  turn: number;
};

/** How often a page that lags behind the run looks whether the hand has gone. */
const LOOK_MS = 10_000;

/**
 * The list follows the run, but not under a hand: in sight nothing opens, folds or makes room for another step until this
 * person does something themselves, or nobody has touched the page for a while.
 */
export function useFollowed(now: Now): Pick<Followed, "open" | "folded" | "settled" | "current" | "turn"> {
  useEffect(watchHands, []);
  const { run, view } = now;
  const [followed, setFollowed] = useState<Followed>({
    ...now,
    folded: now.closed,
    settled: run,
    current: now.likeliest,
    left: null,
    turn: 0,
  });
  const [, look] = useState(0);
  const isBehind = followed.settled !== run || [...now.closed].some((phase) => !followed.folded.has(phase));
  useEffect(() => {
    if (!isBehind) return;
    const looking = setInterval(() => look((times) => times + 1), LOOK_MS);
    return () => clearInterval(looking);
  }, [isBehind]);
  const isKnown = followed.run === run && (!isBehind || isAttended());
  const latest = isKnown ? followed : follow(followed, now);
  if (latest !== followed) setFollowed(latest);
  const { chosen } = view;
  const current = chosen && chosen !== latest.left ? chosen.step : latest.current;
  return { ...latest, current };
}

function follow(before: Followed, now: Now): Followed {
  const { run, rows, person, view, active, likeliest } = now;
  const shown = view.chosen && view.chosen !== before.left ? view.chosen.step : before.current;
  const at = cardOf(document.activeElement)?.dataset.step ?? shown;
  const attended = isAttended();
  // Nor does what others settle fold a card from under somebody who writes in it.
  const writes = document.activeElement?.closest("[data-step] form");
  if (!attended || (!writes && isOwnDoing(before.run, run, person, at))) {
    const stays = active.some(({ step }) => step.number === shown);
    const turn = before.turn + 1;
    const folded = attended ? stillDone(before.folded, now) : now.closed;
    const next = { run, settled: run, rows, open: now.open, folded, turn };
    if (stays) return { ...before, ...next, current: shown };
    return { ...next, current: likeliest, left: view.chosen };
  }
  return { ...before, run, rows, open: held(before, now), current: shown ?? likeliest };
}

/** Without what was reopened meanwhile. Of a run that ends under a hand nothing unfolds. */
const stillDone = (folded: ReadonlySet<number>, { run, closed }: Now): ReadonlySet<number> =>
  isOver(run.status) ? folded : new Set([...folded].filter((phase) => closed.has(phase)));

/** Cards in sight stay open or folded as they were drawn last. */
function held(before: Followed, { rows, view, open }: Now): Set<string> {
  const next = new Set(open);
  rows.forEach(({ step: { number } }, place) => {
    const last = before.rows[place];
    const was = last !== undefined && isOpen(last, view, before.open);
    const card = was === next.has(number) ? null : cardAt(number);
    if (!card || !isInSight(card)) return;
    if (was) next.add(number);
    else next.delete(number);
  });
  return next;
}
