import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CommandResult, RunView } from "#lib/contract/runs.ts";
import type { Answer } from "#lib/domain/condition.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { installPracticeSites } from "#lib/server/practice.ts";
import type { Account } from "./accounts.ts";
import { BASE_URL } from "./addresses.ts";

/** The seven facts of the built-in procedure, all yes and the files different: every step applies. */
export const EVERYTHING: Record<string, Answer> = {
  source_operating: "yes",
  site_stopped_by_disaster: "no",
  physical_l_servers: "yes",
  firewalls: "yes",
  configuration_files_match: "no",
  vm_guest: "yes",
  single_sign_on: "yes",
};

export type Sites = { folder: string; source: { id: string; name: string }; destination: { id: string; name: string } };

/** The HTTP API as a program uses it: to prepare what a test is not about, and to look at what is stored. */
export class Api {
  readonly #account: Account;

  constructor(account: Account) {
    this.#account = account;
  }

  async call<T>(method: string, at: string, body?: unknown): Promise<T> {
    const { name, value } = this.#account.cookie;
    const answer = await fetch(BASE_URL + at, {
      method,
      headers: { cookie: `${name}=${value}`, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${at} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** A pair of practice sites that no other test uses, in a folder of their own. Needs the administrator. */
  async practiceSites(): Promise<Sites> {
    const folder = mkdtempSync(path.join(tmpdir(), "switchover-practice-"));
    const [east, west] = await installPracticeSites(folder);
    if (!east || !west) throw new Error("There are no two practice sites.");
    const mark = randomUUID().slice(0, 6);
    const add = ({ key, name, place, parameters }: typeof east) =>
      this.call<{ id: string; name: string }>("POST", "/api/sites", {
        key: `${key}-${mark}`,
        name: `${name} ${mark}`,
        place,
        parameters,
      });
    return { folder, source: await add(east), destination: await add(west) };
  }

  async builtIn(): Promise<string> {
    const { id } = await this.call<{ id: string }>("GET", "/api/procedures/disaster-recovery-switchover");
    return id;
  }

  /** A started run of the built-in procedure at the given sites. */
  async startedRun(sites: Sites, change: Record<string, unknown> = {}): Promise<RunView["run"]> {
    const { source, destination } = sites;
    const { run } = await this.call<RunView>("POST", "/api/runs", {
      procedureId: await this.builtIn(),
      mode: "live",
      type: "planned",
      sites: { source: source.id, destination: destination.id, replication_definition: source.id },
      facts: EVERYTHING,
      start: true,
      ...change,
    });
    return run;
  }

  send(runId: string, command: Command): Promise<CommandResult> {
    return this.call("POST", `/api/runs/${runId}/commands`, { command });
  }

  async run(reference: string | number): Promise<RunView["run"]> {
    const { run } = await this.call<RunView>("GET", `/api/runs/${reference}`);
    return run;
  }
}
