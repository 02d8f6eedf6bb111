import { describe, expect, it } from "vitest";
import { helpGroups } from "#lib/client/help-groups.ts";
import { Command } from "#lib/domain/run/command.ts";

const told = helpGroups().flatMap(({ buttons }) => buttons.map(({ command }) => command));

describe("the help", () => {
  it("tells of every command that a person may send, once", () => {
    expect(told.toSorted()).toEqual(Command.options.map(({ shape }) => shape.type.value).toSorted());
  });

  it("says for each group who may do it", () => {
    const operate = helpGroups().find(({ permission }) => permission === "run.operate");
    expect(operate?.who).toBe("Administrator, Commander, Operator");
  });
});
