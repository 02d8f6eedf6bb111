import { describe, expect, it } from "vitest";
import { ApiError } from "#lib/client/api-error.ts";
import { newHost, newService, readConnections } from "#lib/client/sites/connection-rows.ts";
import { newRow } from "#lib/client/sites/parameter-rows.ts";
import { type SentSite, siteErrors } from "#lib/client/sites/site-errors.ts";
import { Connections } from "#lib/domain/connection.ts";

const nothing: SentSite = { hosts: [], services: [], rows: [] };

/** As the server tells each of these. */
const wrong = (...paths: string[]) =>
  new ApiError({
    ...{ type: "about:blank", title: "", status: 400, code: "invalid_request", detail: "Wrong.", requestId: "q7f3" },
    issues: paths.map((path) => ({ path, message: `it is ${path}` })),
  });

const good = { host: "a.example", user: "ops", credential: "array", hostKeys: "ssh-ed25519 AAAA" };
const jump = { jumpHost: "gate", jumpUser: "hop", jumpCredential: "gate", jumpKeys: "ssh-ed25519 BBBB" };
const host = (given: object) => ({ ...newHost([]), ...good, ...jump, ...given });
const service = (given: object) => ({ ...newService([]), name: "array", base: "https://array.example/", ...given });

/** The fields that the form marks for what the contract refuses of these rows. */
function marked(sent: Partial<SentSite>): string[] {
  const { hosts = [], services = [] } = sent;
  const refused = Connections.safeParse(readConnections(hosts, services).connections).error?.issues ?? [];
  const found = siteErrors(wrong(...refused.map(({ path }) => ["connections", ...path].join("."))), {
    ...nothing,
    ...sent,
  });
  expect(found.elsewhere, "each has its field").toEqual([]);
  return Object.keys(found.fields).toSorted();
}

describe("what the server found wrong with a site", () => {
  it.each([
    ["a name with a capital", { name: "Main" }, ["host-0.name"]],
    ["a name in Japanese", { name: "主系" }, ["host-0.name"]],
    ["a name with a dot", { name: "db.1" }, ["host-0.name"]],
    ["a field of a host whose name ends with a blank", { name: "main ", user: "my account" }, ["host-0.user"]],
    ["the second key", { hostKeys: "ssh-ed25519 AAAA\nno key" }, ["host-0.hostKeys"]],
    ["no key", { hostKeys: "" }, ["host-0.hostKeys"]],
    ["the third key of the host on the way", { jumpKeys: "ssh-rsa A\nssh-rsa B\nno" }, ["host-0.jump.hostKeys"]],
    [
      "every field of a host",
      { host: "-", port: "x", user: "-", credential: "-", receipts: "x" },
      [...["host-0.credential", "host-0.host", "host-0.port", "host-0.receipts", "host-0.user"]],
    ],
    [
      "every field of the host on the way",
      { jumpHost: "-", jumpPort: "x", jumpUser: "-", jumpCredential: "-" },
      [...["host-0.jump.credential", "host-0.jump.host", "host-0.jump.port", "host-0.jump.user"]],
    ],
  ])("is said at its field: %s", (_, given, fields) => {
    expect(marked({ hosts: [host(given)] })).toEqual(fields);
  });

  it.each([
    ["a name with capitals", { name: "API" }, ["service-0.name"]],
    ["a name in Japanese", { name: "監視" }, ["service-0.name"]],
    ["the address of one whose name ends with a blank", { name: "api ", base: "api.example" }, ["service-0.base"]],
  ])("is said at its field of a service: %s", (_, given, fields) => {
    expect(marked({ services: [service(given)] })).toEqual(fields);
  });

  it("is said of the host that it is about", () => {
    const hosts = [host({ name: "db" }), host({ key: "host-1", name: "db.1" }), host({ key: "host-2", name: "db-1" })];
    expect(marked({ hosts })).toEqual(["host-1.name"]);
  });

  it("names the key that is meant, of several", () => {
    const { fields } = siteErrors(wrong("connections.ssh.main.hostKeys.1"), { ...nothing, hosts: [host({})] });
    expect(fields["host-0.hostKeys"]).toMatch(/^Key 2: it is/);
  });

  it("is said at the row of a parameter, not at one whose name only begins so", () => {
    const rows = [newRow([], "stop"), { ...newRow([], "stop_all"), key: "row-1" }];
    expect(siteErrors(wrong("parameters.stop_all.0", "name"), { ...nothing, rows })).toMatchObject({
      rows: { "row-1": { text: "It is parameters.stop_all.0." } },
      fields: { name: "It is name." },
      ...{ count: 2, elsewhere: [] },
    });
  });

  it("is said by its name where the form has no such field", () => {
    expect(siteErrors(wrong("parameters", "connections.ssh.gone.port"), nothing)).toMatchObject({
      ...{ count: 0, fields: {} },
      elsewhere: ["parameters: it is parameters.", "connections.ssh.gone.port: it is connections.ssh.gone.port."],
    });
    expect(siteErrors(null, nothing)).toMatchObject({ count: 0, elsewhere: [] });
  });
});
