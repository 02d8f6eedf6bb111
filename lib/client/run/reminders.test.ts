import { expect, test } from "vitest";
import { isAnybodysRemindable } from "#lib/client/run/reminders.ts";
import { assign, byHand, remind, start } from "#lib/domain/testing/moves.ts";
import { ask, chie, olga, type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { gated, procedureOf } from "#lib/domain/testing/procedures.ts";

const whereOnly = (at: Play, positions: Play["run"]["positions"]): Play => ({ ...at, run: { ...at.run, positions } });

const two = whereOnly(startedRun(procedureOf({}, {})), { lead: { person: { id: olga.id, name: olga.name } } });
const alone = whereOnly(two, {});
const approval = startedRun(procedureOf(gated.approval));

test.each<[string, Play, string, string]>([
  ["is ready, to who commands but not to the only one who takes part", two, "1", "chie"],
  ["is ready while nobody takes part, to everybody but the commander", alone, "1", "olga"],
  ["is somebody's, to nobody: that has a reminder of its own", play(two, assign("1", olga)), "1", ""],
  ["waits for its approval to be asked for, to who commands", whereOnly(approval, two.run.positions), "1", "chie"],
  ["is in progress, to nobody", play(two, start("1")), "1", ""],
  ["is not ready yet, to nobody", two, "2", ""],
  ["is done, to nobody", play(two, ...byHand("1")), "1", ""],
])("A reminder of a step of nobody's that %s", (_, at, step, offered) => {
  const people = { chie, olga };
  const may = Object.entries(people).filter(([, person]) => isAnybodysRemindable({ ...at, person }, step));
  expect(may.map(([name]) => name).join(" ")).toBe(offered);
  for (const [, person] of may) expect(ask(at, remind(step), person).ok).toBe(true);
});
