import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { faultTold } from "#lib/server/fault-told.ts";
import { told } from "#lib/words/told.ts";
import { ToldError } from "#lib/words/told-error.ts";

/** Why an address is not spoken to, in a sentence. Nothing was sent. */
export class AddressRefused extends ToldError {
  override readonly name = "AddressRefused";
}

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;
const systemResolve: Resolve = (host) => lookup(host, { all: true });

/** Loopback, link-local with the metadata services of clouds, unspecified, multicast. */
const local = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  local.addSubnet(net, prefix, "ipv4");
  local.addSubnet(`::ffff:${net}`, 96 + prefix, "ipv6");
}
for (const [net, prefix] of [
  ["::", 128],
  ["::1", 128],
  ["fe80::", 10],
  ["ff00::", 8],
  ["fd00:ec2::254", 128],
] as const) {
  local.addSubnet(net, prefix, "ipv6");
}
local.addAddress("100.100.100.200", "ipv4");

const isLocal = (address: string): boolean => local.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/**
 * The address to connect to for a URL under an allow-listed base. A base that names a local address itself, or
 * `localhost`, allows it; a name that leads to one is refused, whatever else it leads to.
 * @throws AddressRefused
 */
export async function vettedAddress(url: URL, base: URL, resolve: Resolve = systemResolve): Promise<string> {
  refuseOutside(url, base);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) return host;
  const answers = await resolve(host).catch((error: unknown) => {
    throw new AddressRefused(
      told("{host} does not resolve: {reason}.", {
        host,
        reason: faultTold(error),
      }),
    );
  });
  const [first] = answers;
  if (!first) throw new AddressRefused(told("{host} resolves to no address.", { host }));
  const refused = host === "localhost" ? undefined : answers.find(({ address }) => isLocal(address));
  if (refused) {
    throw new AddressRefused(
      told("{host} resolves to {address}, a local address that the site does not name itself.", {
        host,
        address: refused.address,
      }),
    );
  }
  return first.address;
}

/** What is not under the base is refused, also where it only looks so. */
function refuseOutside(url: URL, base: URL): void {
  const prefix = base.pathname.endsWith("/") ? base.pathname : `${base.pathname}/`;
  const under = url.pathname === base.pathname || url.pathname.startsWith(prefix);
  if (url.origin !== base.origin || !under || /%2f|%5c|%2e%2e/i.test(url.pathname)) {
    throw new AddressRefused(
      told("{address} does not lie under {base}, the address that the site allows.", {
        address: url.href,
        base: base.href,
      }),
    );
  }
}
