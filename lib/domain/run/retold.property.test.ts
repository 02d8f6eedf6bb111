import { afterEach, expect, test } from "vitest";
import { evidenceOf, reasonOf } from "#lib/domain/run/retold.ts";
import { retold } from "#lib/domain/run/retold-event.ts";
import type { Move } from "#lib/domain/testing/moves.ts";
import { holds, newEvents } from "#lib/domain/testing/random-runs.ts";
import { readFrom } from "#lib/words/language.ts";

afterEach(() => readFrom(() => ({ locale: "en" })));

const RETOLD = "in the language of who reads";

/** Whether what was kept would be retold, if it read like a sentence of ours. */
function isRetold(kept: string, show: () => string | undefined): boolean {
  readFrom(() => ({ locale: "ja", told: { [kept]: RETOLD } }));
  return show() === RETOLD;
}

const written = (move: Move): string[] =>
  move.type.startsWith("attempt.")
    ? []
    : Object.entries(move).flatMap(([field, said]) =>
        ["reason", "evidence", "note"].includes(field) && typeof said === "string" ? [said] : [],
      );

test("In any run, what people wrote is never retold, and what the system says always is", () => {
  const byPeople = new Set<string>();
  const counted = { ofPeople: 0, ofTheSystem: 0 };
  const wrong = new Set<string>();
  const judge = (where: string, kept: string | undefined, show: () => string | undefined) => {
    if (kept === undefined) return;
    counted[byPeople.has(kept) ? "ofPeople" : "ofTheSystem"] += 1;
    if (isRetold(kept, show) === byPeople.has(kept)) wrong.add(`${where}: ${kept}`);
  };
  holds((before, move, after) => {
    for (const text of written(move)) byPeople.add(text);
    for (const { logged } of newEvents(before, after)) {
      const { type, reason, evidence } = logged.event as { type: string; reason?: string; evidence?: unknown };
      const shown = () => retold(logged, after.procedure) as { reason?: string; evidence?: string };
      judge(type, reason, () => shown().reason);
      if (typeof evidence === "string") judge(`${type}, evidence`, evidence, () => shown().evidence);
    }
    for (const state of after.run.steps) {
      judge(state.status, state.reason, () => reasonOf(state));
      judge(`${state.status}, evidence`, state.evidence, () => evidenceOf(state));
    }
  });
  expect([...wrong]).toEqual([]);
  expect(Math.min(counted.ofPeople, counted.ofTheSystem)).toBeGreaterThan(100);
});
