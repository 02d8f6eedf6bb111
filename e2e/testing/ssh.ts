import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Site } from "#lib/contract/sites.ts";
import { startSshd, type TestSshd } from "#lib/worker/testing/sshd.ts";
import type { Api, Sites } from "./api.ts";

/** A real SSH server of the test's own, to which the product's worker has the key, and sites that are reached by it. */
export async function sshSites(
  administrator: Api,
  dataFolder: string,
): Promise<{ sshd: TestSshd; sites: Sites; credential: string }> {
  const sshd = await startSshd();
  const credential = `e2e-${sshd.port}`;
  const folder = path.join(dataFolder, "credentials");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, credential), sshd.key, { mode: 0o600 });
  const sites = await administrator.practiceSites();
  for (const { id } of [sites.source, sites.destination]) {
    const connections = { ssh: { main: sshd.connection({ credential }) } };
    await administrator.call<Site>("PATCH", `/api/sites/${id}`, { connections });
  }
  return { sshd, sites, credential };
}
