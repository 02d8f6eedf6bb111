import { describe, expect, it } from "vitest";
import { commandOf } from "#lib/client/command-help.ts";
import { helpGroups } from "#lib/client/help-groups.ts";
import { Command } from "#lib/domain/run/command.ts";

const told = helpGroups().flatMap(({ buttons }) => buttons.map(({ entry }) => entry));

describe("the help", () => {
  it("tells of every command that a person may send, and nothing twice", () => {
    expect(new Set(told.map(commandOf))).toEqual(new Set(Command.options.map(({ shape }) => shape.type.value)));
    expect(new Set(told).size).toBe(told.length);
  });

  it("says for each group who may do it", () => {
    const operate = helpGroups().find(({ permission }) => permission === "run.operate");
    expect(operate?.who).toBe("Administrator, Commander, Operator");
  });
});
