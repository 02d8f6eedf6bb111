import { isWithin } from "#lib/client/sites/is-within.ts";
import type { Connections } from "#lib/domain/connection.ts";
import { t } from "#lib/words/t.ts";

/** The connections of a site as they are edited: text in every field, one row for each host and service. */

export type HostRow = {
  key: string;
  name: string;
  host: string;
  port: string;
  user: string;
  credential: string;
  receipts: string;
  hostKeys: string;
  jumpHost: string;
  jumpPort: string;
  jumpUser: string;
  jumpCredential: string;
  jumpKeys: string;
};

export type ServiceRow = { key: string; name: string; base: string };

export const hostRows = ({ ssh = {} }: Connections): HostRow[] =>
  Object.entries(ssh).map(([name, { host, port, user, credential, receipts, hostKeys, jump }], place) => ({
    key: `host-${place}`,
    name,
    host,
    port: String(port),
    user,
    credential,
    receipts: receipts ?? "",
    hostKeys: hostKeys.join("\n"),
    jumpHost: jump?.host ?? "",
    jumpPort: String(jump?.port ?? 22),
    jumpUser: jump?.user ?? "",
    jumpCredential: jump?.credential ?? "",
    jumpKeys: jump?.hostKeys.join("\n") ?? "",
  }));

export const serviceRows = ({ http = {} }: Connections): ServiceRow[] =>
  Object.entries(http).map(([name, { base }], place) => ({ key: `service-${place}`, name, base }));

const nextKey = (rows: readonly { key: string }[], word: string): string =>
  `${word}-${Math.max(-1, ...rows.map(({ key }) => Number(key.slice(word.length + 1)))) + 1}`;

export const newHost = (rows: readonly HostRow[]): HostRow => ({
  ...{ key: nextKey(rows, "host"), name: rows.length === 0 ? "main" : "", host: "", port: "22", user: "" },
  ...{ credential: "", receipts: "", hostKeys: "", jumpHost: "", jumpPort: "22" },
  ...{ jumpUser: "", jumpCredential: "", jumpKeys: "" },
});

export const newService = (rows: readonly ServiceRow[]): ServiceRow => ({
  key: nextKey(rows, "service"),
  name: "",
  base: "",
});

export type ReadConnections = { connections: Connections; errors: Readonly<Record<string, string>> };

/**
 * The rows as the contract wants them, and what only the rows can say: two of one name, and a host on the way that is not
 * named. The contract checks the rest.
 */
export function readConnections(hosts: readonly HostRow[], services: readonly ServiceRow[]): ReadConnections {
  const names = [...twice(hosts), ...twice(services)].map((key) => [
    `${key}.name`,
    t("This name is used twice, or is empty."),
  ]);
  const jumps = hosts
    .filter((row) => usesJump(row) && row.jumpHost.trim() === "")
    .map(({ key }) => [`${key}.jump.host`, t("Name the jump host, or empty its other fields.")]);
  const errors = Object.fromEntries([...names, ...jumps]);
  const ssh = Object.fromEntries(hosts.map((row) => [row.name.trim(), readHost(row)]));
  const http = Object.fromEntries(services.map(({ name, base }) => [name.trim(), { base: base.trim() }]));
  return {
    errors,
    connections: { ...(hosts.length > 0 && { ssh }), ...(services.length > 0 && { http }) },
  };
}

/** Whether anything is said of a host on the way but its port, which stands there from the beginning. */
export const usesJump = ({ jumpHost, jumpUser, jumpCredential, jumpKeys }: HostRow): boolean =>
  [jumpHost, jumpUser, jumpCredential, jumpKeys].some((text) => text.trim() !== "");

const account = ["host", "port", "user", "credential", "hostKeys"];
const hostFields = [...account, "receipts", ...account.map((field) => `jump.${field}`)];

/** What the editor calls the field that the server speaks of: `host-0.hostKeys` for `connections.ssh.main.hostKeys.1`. */
export function connectionField(
  hosts: readonly HostRow[],
  services: readonly ServiceRow[],
  path: string,
): string | null {
  return (
    fieldAmong(hosts, { path, around: "connections.ssh", fields: hostFields }) ??
    fieldAmong(services, { path, around: "connections.http", fields: ["base"] })
  );
}

type Sought = { path: string; around: string; fields: readonly string[] };

function fieldAmong(rows: readonly { key: string; name: string }[], { path, around, fields }: Sought): string | null {
  for (const { key, name } of rows) {
    const at = `${around}.${name.trim()}`;
    if (path === at) return `${key}.name`;
    const field = fields.find((one) => isWithin(path, `${at}.${one}`));
    if (field) return `${key}.${field}`;
  }
  return null;
}

const twice = (rows: readonly { key: string; name: string }[]): string[] =>
  rows
    .filter(
      ({ name }, place) => name.trim() === "" || rows.findIndex((row) => row.name.trim() === name.trim()) !== place,
    )
    .map(({ key }) => key);

function readHost(row: HostRow): NonNullable<Connections["ssh"]>[string] {
  const { host, port, user, credential, hostKeys, receipts } = row;
  const jump = {
    host: row.jumpHost.trim(),
    port: Number(row.jumpPort),
    user: row.jumpUser.trim(),
    credential: row.jumpCredential.trim(),
    hostKeys: lines(row.jumpKeys),
  };
  return {
    host: host.trim(),
    port: Number(port),
    user: user.trim(),
    credential: credential.trim(),
    hostKeys: lines(hostKeys),
    ...(receipts.trim() !== "" && { receipts: receipts.trim() }),
    ...(usesJump(row) && { jump }),
  };
}

/** Comments after the key are left out: "ssh-ed25519 AAAA... root@array". */
const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/).slice(0, 2).join(" "))
    .filter((line) => line !== "");
