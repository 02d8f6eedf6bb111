import { describe, expect, test } from "vitest";
import { actorName } from "#lib/domain/actor-name.ts";
import { can, mayDo } from "#lib/domain/grants.ts";
import { Permission, Role, TokenPermission } from "#lib/domain/roles.ts";
import { mayDecide } from "#lib/domain/run/gate.ts";
import { chie, person, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const token = (may: TokenPermission[]) => ({ id: "00000000-0000-4000-a000-0000000000aa", name: "nightly-drill", may });

describe.each(Role.options)("a token of a person with the role %s", (role) => {
  test.each(Permission.options)("may do %s only where both may", (permission) => {
    const owner = person(role, "Owner", 9);
    for (const given of TokenPermission.options) {
      const expected = can(role, permission) && given === permission;
      expect([given, mayDo({ ...owner, token: token([given]) }, permission)]).toEqual([given, expected]);
    }
  });
});

describe("a gate", () => {
  const { run } = startedRun(procedureOf({}));
  const commander = { ...chie, groups: ["Change board"] };

  test("is decided by a token for the commander only where the token may command", () => {
    expect(mayDecide(run, undefined, commander)).toBe(true);
    expect(mayDecide(run, undefined, { ...commander, token: token(["run.note"]) })).toBe(false);
    expect(mayDecide(run, undefined, { ...commander, token: token(["run.command"]) })).toBe(true);
  });

  test("that asks a group is decided by people alone", () => {
    const by = { group: "Change board" };
    expect(mayDecide(run, by, commander)).toBe(true);
    expect(mayDecide(run, by, { ...commander, token: token([...TokenPermission.options]) })).toBe(false);
  });
});

test("the log names a token and its owner", () => {
  expect(actorName({ ...person("commander", "Mei Mori", 9), token: token(["run.note"]) })).toBe(
    "Mei Mori, by token nightly-drill,",
  );
  expect(actorName({ kind: "system", name: "The console" })).toBe("The console");
});
