import { describe, expect, test } from "vitest";
import { resolve } from "#lib/domain/action.ts";
import { Connections } from "#lib/domain/connection.ts";
import { Action, Step } from "#lib/domain/procedure.ts";
import { checkProcedure } from "#lib/domain/procedure-check.ts";
import { procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";

const argv = ["/bin/x"];
const issues = (...steps: StepDraft[]) =>
  checkProcedure(procedureOf(...steps)).map(({ path, message }) => `${path.slice(4).join(".")}: ${message}`);

const refused: [string, StepDraft, string][] = [
  ["that uses an output nobody gives", { uses: ["folder"] }, 'uses.0: there is no output "folder"'],
  [
    "whose command takes one",
    { action: { argv: [{ output: "folder" }] } },
    'action.argv.0: there is no output "folder"',
  ],
  [
    "that takes an input it does not ask for",
    { action: { argv: [{ input: "a" }] } },
    'action.argv.0: there is no input "a"',
  ],
  [
    "that hides what is no secret",
    { action: { argv, env: { A: { secret: "a" } } }, inputs: [{ name: "a", label: "A", type: "text" }] },
    'action.env.A: there is no secret input "a"',
  ],
  [
    "that shows a secret",
    { action: { argv: [{ input: "a" }] }, inputs: [{ name: "a", label: "A", type: "secret" }] },
    'action.argv.0: there is no input "a"',
  ],
  [
    "whose pattern has no group",
    { action: { argv }, outputs: [{ name: "a", label: "A", type: "text", from: { pattern: "a" } }] },
    "outputs.0.from.pattern: must have exactly one group",
  ],
  [
    "whose pattern is none",
    { action: { argv }, outputs: [{ name: "a", label: "A", type: "text", from: { pattern: "(" } }] },
    "outputs.0.from.pattern: is not a regular expression",
  ],
  [
    "that captures where nothing is written",
    { outputs: [{ name: "a", label: "A", type: "text", from: { json: "/a" } }] },
    "outputs.0.from: needs an action",
  ],
  [
    "with a choice of nothing",
    { action: { argv }, inputs: [{ name: "a", label: "A", type: "choice" }] },
    "inputs.0.choices: belong to an input",
  ],
  [
    "that asks where no machine acts",
    { inputs: [{ name: "a", label: "A", type: "text" }] },
    "inputs: belong to a step with an action",
  ],
  [
    "that tries again what may do harm",
    { action: { argv, onFailure: { retry: { times: 1, delaySeconds: 0 } } } },
    "action.onFailure.retry: needs idempotent",
  ],
  [
    "that tries again what cannot be undone",
    { irreversible: true, action: { argv, idempotent: true, onFailure: { retry: { times: 1, delaySeconds: 0 } } } },
    "action.onFailure.retry: does not go with a step that cannot be undone",
  ],
  [
    "that tries again past the point of no return",
    { pointOfNoReturn: true, action: { argv, idempotent: true, onFailure: { retry: { times: 1, delaySeconds: 0 } } } },
    "action.onFailure.retry: does not go with a step that cannot be undone",
  ],
  [
    "that would try again with a secret",
    {
      action: {
        argv,
        idempotent: true,
        env: { A: { secret: "a" } },
        onFailure: { retry: { times: 1, delaySeconds: 0 } },
      },
      inputs: [{ name: "a", label: "A", type: "secret" }],
    },
    "action.onFailure.retry: does not go with a secret",
  ],
  ["that cleans up what was only simulated", { cleanUp: true, inDrill: "simulate" }, 'inDrill: must be "run"'],
  [
    "whose probe names a role that is none",
    { precheck: { that: { look: "tcp", host: { site: "host", of: "moon" }, port: 22 } } },
    'precheck.that.host.of: there is no role "moon"',
  ],
];

describe("A document is refused", () => {
  test.each(refused)("%s", (_, step, message) => {
    expect(issues(step)).toContainEqual(expect.stringContaining(message));
  });
});

describe("A document is refused, too,", () => {
  test("in which two steps give the same", () => {
    const outputs = [{ name: "a", label: "A", type: "text" }] as const;
    expect(issues({ outputs: [...outputs] }, { outputs: [...outputs] })).toContainEqual(
      expect.stringContaining('"a" is used twice'),
    );
  });

  test.each(["PATH", "LD_PRELOAD", "BASH_ENV", "NODE_OPTIONS", "IFS", "lower"])("with the variable %s", (name) => {
    expect(Action.safeParse({ argv, env: { [name]: "x" } }).success).toBe(false);
  });

  test("with a secret among the words of a command, where every list of processes shows it", () => {
    expect(Step.shape.action.safeParse({ argv: [{ secret: "a" }] }).success).toBe(false);
  });
});

describe("How a site is reached is refused", () => {
  const host = { host: "10.0.0.1", user: "root", hostKeys: ["ssh-ed25519 AAAAC3Nz"], credential: "array" };
  test.each<[string, object]>([
    ["without a pinned key", { ...host, hostKeys: [] }],
    ["with a host that ssh would read as an option", { ...host, host: "-oProxyCommand=x" }],
    ["with an account that is none", { ...host, user: "a b" }],
    ["with a password in it", { ...host, password: "x" }],
    ["with receipts that are no path", { ...host, receipts: "here" }],
  ])("%s", (_, main) => {
    expect(Connections.safeParse({ ssh: { main } }).success).toBe(false);
  });

  test.each(["ftp://a/", "http://user@a/", "http://a/?x=1", "a"])("by the address %s", (base) => {
    expect(Connections.safeParse({ http: { array: { base } } }).success).toBe(false);
  });
});

describe("An action is done", () => {
  const connections = Connections.parse({
    ssh: { main: { host: "10.0.0.1", user: "ops", hostKeys: ["ssh-ed25519 AAAA"], credential: "array" } },
    http: { array: { base: "https://array.example/api" } },
  });
  const site = (more: object) => ({
    id: "00000000-0000-4000-9000-000000000001",
    name: "Osaka",
    practice: false,
    parameters: {},
    ...more,
  });
  const at = { role: "destination", attempt: 1, inputs: { id: "../x" } };
  const done = (action: object, more: object = { connections }) =>
    resolve(
      { action: Action.parse(action) },
      { number: 1, mode: "live", type: "planned", outputs: {}, sites: { destination: site(more) } },
      at,
    );

  test("where the site says: over ssh when it has a host, else on the worker's machine", () => {
    expect(done({ argv })).toMatchObject({ assignment: { way: "ssh", to: { host: "10.0.0.1", port: 22 } } });
    expect(done({ argv }, {})).toMatchObject({ assignment: { way: "process" } });
    expect(done({ way: "process", argv })).toMatchObject({ assignment: { way: "process" } });
  });

  test("only at a host or service that the site names", () => {
    expect(done({ way: "ssh", host: "spare", argv })).toEqual({
      ok: false,
      missing: [{ kind: "connection", site: "Osaka", connection: 'ssh host "spare"' }],
    });
    expect(done({ way: "http", service: "other" })).toMatchObject({
      ok: false,
      missing: [{ connection: 'http service "other"' }],
    });
  });

  test("under the address the site names, whatever the segments are", () => {
    const url = (path: unknown[]) => {
      const { assignment } = done({ way: "http", service: "array", path, query: { q: "a&b" } }) as {
        assignment: { url: string };
      };
      return assignment.url;
    };
    expect(url(["volumes", { input: "id" }])).toBe("https://array.example/api/volumes/..%2Fx?q=a%26b");
    expect(new URL(url(["..", "..", "admin"])).pathname).toBe("/api///admin");
  });
});
