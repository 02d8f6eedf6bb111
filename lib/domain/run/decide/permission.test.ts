import { describe, expect, test } from "vitest";
import type { Actor } from "#lib/domain/actor.ts";
import { Role } from "#lib/domain/roles.ts";
import { Command, type Report, StepCommand } from "#lib/domain/run/command.ts";
import { again, begin, finish, found, lose } from "#lib/domain/testing/moves.ts";
import { ask, draftRun, person, worker } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";
import { whoMay } from "#lib/domain/testing/who-may.ts";

const types = Command.options.map((option) => option.shape.type.value);
const isStep = new Set<string>(StepCommand.options.map((option) => option.shape.type.value));

/** A command of that type that no gate refuses for its content. */
const ofType = (type: Command["type"]) =>
  ({
    type,
    ...((isStep.has(type) || type.startsWith("help.")) && { step: "1" }),
    reason: "r",
    text: "t",
    fact: "source_up",
    answer: "yes",
    on: true,
    stated: {},
    finding: "x",
    output: "x",
    value: "y",
  }) as Command;

const procedure = procedureOf({});
const robots: Actor[] = [worker, { kind: "system", name: "lease watcher" }];
const reports: Report[] = [
  begin("1"),
  lose("1"),
  finish("1", { kind: "exited", code: 0 }),
  found("1", { kind: "gone" }),
  again("1"),
];

function gate(actor: Actor, asked: Command | Report, commanding: boolean): string {
  const by = commanding ? actor : person("commander", "Somebody", 9);
  const decision = ask(draftRun(procedure, { by }), asked, actor);
  const code = decision.ok ? "passes" : decision.rejection.code;
  return code === "not_permitted" || code === "not_commander" ? code : "passes";
}

const cells = types.flatMap((type) =>
  Role.options.flatMap((role) =>
    [true, false].map((commanding) => {
      const { who, onlyTheCommander } = whoMay[type];
      const passes = onlyTheCommander && !commanding ? "not_commander" : "passes";
      return { type, role, commanding, result: who.includes(role) ? passes : "not_permitted" };
    }),
  ),
);

describe("Who may ask for a command", () => {
  test.each(
    cells.map(
      (cell) => [`${cell.type} by ${cell.role}${cell.commanding ? " in command" : ""}: ${cell.result}`, cell] as const,
    ),
  )("%s", (_, { type, role, commanding, result }) => {
    expect(gate(person(role, "Someone", 1), ofType(type), commanding)).toBe(result);
  });

  test.each(types)("%s is not for a worker or the system", (type) => {
    for (const robot of robots) expect(gate(robot, ofType(type), true)).toBe("not_permitted");
  });
});

describe("Who may report about a running command", () => {
  test.each(reports.map((report) => [report.type, report] as const))("%s: workers and the system", (_, report) => {
    for (const robot of robots) expect(gate(robot, report, false)).toBe("passes");
  });

  test.each(reports.map((report) => [report.type, report] as const))("%s: no person", (_, report) => {
    for (const role of Role.options) expect(gate(person(role, "Someone", 1), report, true)).toBe("not_permitted");
  });
});
