import { describe, expect, it } from "vitest";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { conditionWords, rolesWords, writtenArgument } from "#lib/domain/written-step.ts";

const procedure = { facts: [{ key: "up", label: "Source up", question: "" }] } as unknown as Procedure;

describe("a step as it is written", () => {
  it("says its condition in words", () => {
    const condition = {
      all: [
        { fact: "up", is: "yes" as const },
        { fact: "fire", is: "no" as const },
      ],
    };
    expect(conditionWords(procedure, condition)).toBe("Source up is yes, and fire is no");
    expect(conditionWords(procedure, undefined)).toBeNull();
  });

  it("names all its places", () => {
    expect(rolesWords({ roles: ["source", "replication_definition"] } as Step)).toBe(
      "source or replication definition",
    );
  });

  it.each([
    ["--all", { kind: "literal", text: "--all" }],
    [{ run: "number" } as const, { kind: "run", text: "number" }],
    [{ site: "stop" }, { kind: "site", text: "stop", at: null }],
    [
      { site: "folder", of: "replication_definition" },
      { kind: "site", text: "folder", at: "replication definition" },
    ],
  ])("tells what %j is filled with", (argument, written) => {
    expect(writtenArgument(argument)).toEqual(written);
  });
});
