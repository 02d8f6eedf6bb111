import { describe, expect, it } from "vitest";
import {
  type HostRow,
  hostRows,
  newHost,
  newService,
  readConnections,
  serviceRows,
} from "#lib/client/sites/connection-rows.ts";
import { Connections } from "#lib/domain/connection.ts";

const connections = Connections.parse({
  ssh: {
    main: { host: "10.0.0.1", user: "ops", hostKeys: ["ssh-ed25519 AAAA"], credential: "array", receipts: "/var/r" },
    spare: {
      host: "10.0.0.2",
      port: 2_222,
      user: "ops",
      hostKeys: ["ssh-ed25519 BBBB", "ssh-rsa CCCC"],
      credential: "agent",
      jump: { host: "gate", user: "hop", hostKeys: ["ssh-ed25519 DDDD"], credential: "gate" },
    },
  },
  http: { array: { base: "https://array.example/api" } },
});

describe("the connections of a site", () => {
  it("come out of their rows as they went in", () => {
    const read = readConnections(hostRows(connections), serviceRows(connections));
    expect(read).toEqual({ connections, errors: {} });
  });

  it("leave comments out of host keys", () => {
    const row = { ...newHost([]), hostKeys: "ssh-ed25519 AAAA root@array\n\n  ssh-rsa BBBB\n" };
    expect(readConnections([row], []).connections.ssh?.main?.hostKeys).toEqual(["ssh-ed25519 AAAA", "ssh-rsa BBBB"]);
  });

  it("name rows that have no name of their own", () => {
    const [first] = hostRows(connections);
    const second = { ...newHost([]), key: "host-7", name: "main" };
    const service = newService([]);
    const { errors } = readConnections(first ? [first, second] : [], [service]);
    expect(Object.keys(errors)).toEqual(["host-7.name", "service-0.name"]);
  });

  it("ask for the name of a host on the way of which anything else is said", () => {
    const rows = (given: Partial<HostRow>) => readConnections([{ ...newHost([]), ...given }], []);
    for (const said of [{ jumpUser: "hop" }, { jumpCredential: "gate" }, { jumpKeys: "ssh-ed25519 DDDD" }]) {
      expect(rows(said).errors).toEqual({ "host-0.jump.host": expect.stringMatching(/^Name the jump host/) });
      expect(rows({ ...said, jumpHost: "gate" })).toMatchObject({
        errors: {},
        connections: { ssh: { main: { jump: {} } } },
      });
    }
    expect(rows({ jumpPort: "2222" }).errors).toEqual({});
  });

  it("are none where there are no rows", () => {
    expect(readConnections([], [])).toEqual({ connections: {}, errors: {} });
  });
});
