import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { helpGroups } from "#lib/client/help-groups.ts";
import { operationHelp } from "#lib/client/operation-help.ts";
import { Command } from "#lib/domain/run/command.ts";

const told = helpGroups().flatMap(({ buttons }) => buttons);

describe("the help", () => {
  it("tells of every command that a person may send, and nothing twice", () => {
    const commands = told.flatMap(({ command }) => command ?? []);
    expect(new Set(commands)).toEqual(new Set(Command.options.map(({ shape }) => shape.type.value)));
    expect(new Set(told.map(({ entry }) => entry)).size).toBe(told.length);
  });

  it("says for each group who may do it", () => {
    const operate = helpGroups().find(({ permission }) => permission === "run.operate");
    expect(operate?.who).toBe("Administrator, Commander, Operator");
  });

  it("tells of every button elsewhere, as it is labelled there", () => {
    const sources = globSync("components/**/*.tsx").map((file) => readFileSync(file, "utf8"));
    const all = sources.join("\n");
    const buttons = Object.values(operationHelp).flatMap(({ button }) => button.split(" or "));
    expect(buttons.filter((label) => !new RegExp(`"${label}( v\\{version\\})?"`).test(all))).toEqual([]);
    const entries = told.filter(({ command }) => command === null).map(({ entry }) => entry);
    expect(new Set(entries)).toEqual(new Set(Object.keys(operationHelp)));
  });

  it("says of one's own account that it is everybody's", () => {
    const own = helpGroups().find(({ permission }) => permission === "in_person");
    expect(own?.who).toBe("Administrator, Commander, Operator, Approver, Auditor");
  });
});
