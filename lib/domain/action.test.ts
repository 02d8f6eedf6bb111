import { describe, expect, test } from "vitest";
import { resolve, type Scope } from "#lib/domain/action.ts";
import { Action, type Argument } from "#lib/domain/procedure.ts";

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
  sites: {
    source: site("Tokyo", { folder: "/srv/tokyo" }),
    destination: site("Osaka", { folder: "/srv/o; rm -rf /", hosts: ["h1", "h 2"], none: [], blank: "" }),
  },
};

const resolved = (argv: Argument[], role = "destination") => resolve(Action.parse({ argv }), scope, role, 2);

describe("An argument of a command", () => {
  test.each<[string, Argument, string[]]>([
    ["a literal is itself", "--flag=$HOME `x`", ["--flag=$HOME `x`"]],
    ["the run's number is its label", { run: "number" }, ["R-0007"]],
    ["the run's mode", { run: "mode" }, ["drill"]],
    ["the run's type", { run: "type" }, ["unplanned"]],
    ["the number of the attempt", { run: "attempt" }, ["2"]],
    ["a parameter is one element, whatever is in it", { site: "folder" }, ["/srv/o; rm -rf /"]],
    ["a list is several elements", { site: "hosts" }, ["h1", "h 2"]],
    ["a parameter of another role's site", { site: "folder", of: "source" }, ["/srv/tokyo"]],
  ])("%s", (_, argument, elements) => {
    expect(resolved([argument, "end"])).toEqual({
      ok: true,
      command: { argv: [...elements, "end"], timeoutSeconds: 3_600 },
    });
  });

  test("is taken from the site where the step takes place", () => {
    expect(resolved([{ site: "folder" }], "source")).toMatchObject({ command: { argv: ["/srv/tokyo"] } });
  });
});

describe("A command that a site does not say enough for", () => {
  test.each<[string, Argument, { site: string; parameter: string }]>([
    ["a parameter it does not have", { site: "tape" }, { site: "Osaka", parameter: "tape" }],
    ["an empty list", { site: "none" }, { site: "Osaka", parameter: "none" }],
    ["an empty value", { site: "blank" }, { site: "Osaka", parameter: "blank" }],
    ["a parameter of another site", { site: "hosts", of: "source" }, { site: "Tokyo", parameter: "hosts" }],
    ["a role that no site plays", { site: "folder", of: "replication" }, { site: "replication", parameter: "folder" }],
  ])("is not resolved: %s", (_, argument, missing) => {
    expect(resolved(["/bin/x", argument])).toEqual({ ok: false, missing: [missing] });
  });

  test("names everything that is missing, not only the first", () => {
    expect(resolved([{ site: "tape" }, { site: "folder" }, { site: "disk" }])).toEqual({
      ok: false,
      missing: [
        { site: "Osaka", parameter: "tape" },
        { site: "Osaka", parameter: "disk" },
      ],
    });
  });
});
