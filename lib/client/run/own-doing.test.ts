import { expect, it } from "vitest";
import { isOwnDoing } from "#lib/client/run/own-doing.ts";
import type { Person } from "#lib/domain/actor.ts";
import { abort, begin, complete, exit, fail, finish, pause, start } from "#lib/domain/testing/moves.ts";
import { chie, draftRun, olga, type Play, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";

const procedure = procedureOf({}, {}, { ...automated, dependsOn: [] });
const begun = startedRun(procedure);

const isDoing = (before: Play, after: Play, { who, at }: { who: Person; at?: string }) =>
  isOwnDoing(before.run, after.run, who, at);

it("is what a person brought on themselves, and nothing that others did", () => {
  const after = playBy(begun, olga, start("1"));
  expect(isDoing(begun, after, { who: olga })).toBe(true);
  expect(isDoing(begun, after, { who: chie })).toBe(false);
});

it("is what comes with others' doing in one drawing", () => {
  const after = playBy(playBy(playBy(begun, olga, start("1")), olga, complete("1")), chie, start("2"));
  expect(isDoing(begun, after, { who: olga })).toBe(true);
  expect(isDoing(begun, after, { who: chie })).toBe(true);
});

it("is the end of a command for whoever began it and is still at its step", () => {
  const sent = playBy(begun, olga, start("3"));
  const ended = play(sent, begin("3"), finish("3", exit(0)));
  expect(isDoing(sent, ended, { who: olga, at: "3" })).toBe(true);
  expect(isDoing(sent, ended, { who: olga, at: "1" })).toBe(false);
  expect(isDoing(sent, ended, { who: chie, at: "3" })).toBe(false);
});

it("is no note, and nothing that was there before", () => {
  const mine = playBy(playBy(begun, olga, start("1")), olga, fail("1"));
  expect(isDoing(mine, mine, { who: olga })).toBe(false);
  expect(isDoing(mine, play(mine, { type: "note.add", text: "Seen.", step: "1" }), { who: olga })).toBe(false);
});

it("is for everybody that the run begins, and for who commands it that it is over", () => {
  const draft = draftRun(procedure);
  expect(isDoing(draft, play(draft, { type: "run.start" }), { who: olga })).toBe(true);
  const over = play(begun, abort);
  expect(isDoing(begun, over, { who: chie })).toBe(true);
  expect(isDoing(begun, over, { who: olga })).toBe(false);
  const paused = play(begun, pause);
  expect(isDoing(begun, paused, { who: olga })).toBe(false);
});
