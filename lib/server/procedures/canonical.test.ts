import { describe, expect, it } from "vitest";
import type { Procedure } from "#lib/domain/procedure.ts";
import { canonicalText, procedureHash } from "#lib/server/procedures/canonical.ts";
import { parseProcedure } from "#lib/server/procedures/parse.ts";

const yaml = `
format: switchover-procedure/1
key: small
title: Small
roles: [{ key: source, title: Source }]
phases: [{ title: Only, steps: [{ number: "1", title: First, kind: manual, roles: [source] }] }]
`;

const otherForm = `{
  "phases": [{ "steps": [{ "roles": ["source"], "kind": "manual", "title": "First", "number": "1" }], "title": "Only" }],
  "roles": [{ "title": "Source", "key": "source" }],
  "title": "Sm\\u0061ll", "key": "small", "format": "switchover-procedure/1"
}`;

function read(text: string): Procedure {
  const parsed = parseProcedure(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.procedure;
}

describe("the canonical form", () => {
  it("is the same for YAML and JSON and any order of keys", () => {
    expect(canonicalText(read(otherForm))).toBe(canonicalText(read(yaml)));
    expect(procedureHash(read(otherForm))).toBe(procedureHash(read(yaml)));
  });

  it("can be read again", () => {
    const procedure = read(yaml);
    expect(parseProcedure(canonicalText(procedure), "json")).toEqual({ ok: true, procedure });
  });

  it("is identified by 64 hexadecimal digits", () => {
    expect(procedureHash(read(yaml))).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ["a title", "title: Small", "title: Smaller"],
    ["a step", "title: First", "title: First one"],
    ["what was left out", "kind: manual", "kind: manual, inDrill: run"],
    ["the order of a list", "title: Source }]", "title: Source }, { key: destination, title: Destination }]"],
  ])("changes with %s", (_, from, to) => {
    expect(yaml).toContain(from);
    expect(procedureHash(read(yaml.replace(from, to)))).not.toBe(procedureHash(read(yaml)));
  });

  it("does not change when a default is written out", () => {
    const written = yaml.replace("kind: manual", "kind: manual, inDrill: simulate, irreversible: false");
    expect(procedureHash(read(written))).toBe(procedureHash(read(yaml)));
  });
});
