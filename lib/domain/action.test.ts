import { describe, expect, test } from "vitest";
import { missingWords, resolve, type Scope, type Unresolved } from "#lib/domain/action.ts";
import type { Argument } from "#lib/domain/argument.ts";
import { Action } from "#lib/domain/procedure.ts";

const site = (name: string, parameters: Scope["sites"][string]["parameters"]) => ({
  id: "00000000-0000-4000-9000-000000000001",
  name,
  practice: false,
  parameters,
});

const scope: Scope = {
  number: 7,
  mode: "drill",
  type: "unplanned",
  outputs: { export_folder: { value: "/srv/export", by: { id: "1", name: "Olga" }, at: "2026-01-01T00:00:00.000Z" } },
  sites: {
    source: site("Tokyo", { folder: "/srv/tokyo" }),
    destination: site("Osaka", { folder: "/srv/o; rm -rf /", hosts: ["h1", "h 2"], none: [], blank: "" }),
  },
};

const at = (role = "destination") => ({ role, attempt: 2, inputs: { tenant: "alpha" } });
const resolved = (argv: Argument[], role?: string) => resolve({ action: Action.parse({ argv }) }, scope, at(role));

describe("An argument of a command", () => {
  test.each<[string, Argument, string[]]>([
    ["a literal is itself", "--flag=$HOME `x`", ["--flag=$HOME `x`"]],
    ["the run's number is its label", { run: "number" }, ["R-0007"]],
    ["the run's mode", { run: "mode" }, ["drill"]],
    ["the run's type", { run: "type" }, ["unplanned"]],
    ["the number of the attempt", { run: "attempt" }, ["2"]],
    ["a parameter is one element, whatever is in it", { site: "folder" }, ["/srv/o; rm -rf /"]],
    ["a list is several elements", { site: "hosts" }, ["h1", "h 2"]],
    ["what was said at the press", { input: "tenant" }, ["alpha"]],
    ["what an earlier step gave", { output: "export_folder" }, ["/srv/export"]],
    ["a parameter of another role's site", { site: "folder", of: "source" }, ["/srv/tokyo"]],
  ])("%s", (_, argument, elements) => {
    expect(resolved([argument, "end"])).toEqual({
      ok: true,
      assignment: { way: "process", argv: [...elements, "end"], timeoutSeconds: 3_600 },
    });
  });

  test("is taken from the site where the step takes place", () => {
    expect(resolved([{ site: "folder" }], "source")).toMatchObject({ assignment: { argv: ["/srv/tokyo"] } });
  });
});

describe("A command that a site does not say enough for", () => {
  test.each<[string, Argument, Omit<Unresolved, "kind">]>([
    ["a parameter it does not have", { site: "tape" }, { site: "Osaka", parameter: "tape" }],
    ["an empty list", { site: "none" }, { site: "Osaka", parameter: "none" }],
    ["an empty value", { site: "blank" }, { site: "Osaka", parameter: "blank" }],
    ["a parameter of another site", { site: "hosts", of: "source" }, { site: "Tokyo", parameter: "hosts" }],
    ["a role that no site plays", { site: "folder", of: "replication" }, { site: "replication", parameter: "folder" }],
  ])("is not resolved: %s", (_, argument, missing) => {
    expect(resolved(["/bin/x", argument])).toEqual({ ok: false, missing: [{ kind: "parameter", ...missing }] });
  });

  test("names everything that is missing, not only the first", () => {
    expect(resolved([{ site: "tape" }, { site: "folder" }, { site: "disk" }])).toEqual({
      ok: false,
      missing: [
        { kind: "parameter", site: "Osaka", parameter: "tape" },
        { kind: "parameter", site: "Osaka", parameter: "disk" },
      ],
    });
  });
});

describe("What nobody has said yet", () => {
  test.each<[Argument, string]>([
    [{ input: "volume" }, '"volume" has not been said'],
    [{ output: "snapshot" }, 'no step has given "snapshot" yet'],
    [{ site: "tape" }, 'Osaka has no parameter "tape"'],
  ])("%j keeps the command from being run", (argument, words) => {
    const resolution = resolved(["/bin/x", argument]);
    expect(resolution.ok ? "" : missingWords(resolution.missing)).toBe(words);
  });
});
