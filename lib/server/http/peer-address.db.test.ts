import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import {
  clientAddress,
  networkOf,
  notePeerAddresses,
  PEER_ADDRESS,
  peerAddress,
} from "#lib/server/http/peer-address.ts";

const claim = (headers: Record<string, string>) => peerAddress(new Request("http://127.0.0.1/", { headers }));

describe("the peer's address", () => {
  it("is not known, whatever the client says, while nobody notes it", () => {
    expect(claim({ [PEER_ADDRESS]: "192.0.2.1", "x-forwarded-for": "192.0.2.1" })).toBeNull();
  });

  it("is the socket's, not what the client claims", async () => {
    notePeerAddresses();
    const seen: IncomingMessage["headers"][] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}/`, { headers: { [PEER_ADDRESS]: "192.0.2.1" } });
    await new Promise((resolve) => server.close(resolve));
    expect(seen.map((headers) => headers[PEER_ADDRESS])).toEqual(["127.0.0.1"]);
    expect(claim({ [PEER_ADDRESS]: "192.0.2.1" })).toBe("192.0.2.1");
  });

  it.each([
    ["192.0.2.1", undefined, "192.0.2.1", "a client of ours"],
    ["192.0.2.1", "198.51.100.7", "192.0.2.1", "a client that claims another address"],
    ["127.0.0.1", "198.51.100.7", "198.51.100.7", "the proxy on this machine"],
    ["::1", "10.0.0.1, 198.51.100.7", "198.51.100.7", "a client that claims one to the proxy"],
    ["127.0.0.1", "not an address", "127.0.0.1", "a proxy that says something else"],
    [undefined, "198.51.100.7", undefined, "a socket that is gone"],
  ])(
    "%s forwarding %s is %s: %s",
    (peer: string | undefined, forwarded: string | undefined, expected: string | undefined, _case: string) => {
      expect(clientAddress(peer, forwarded)).toBe(expected);
    },
  );

  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["2001:db8:0001::192.0.2.1", "2001:db8:1:0::/64"],
  ])("%s belongs to %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
