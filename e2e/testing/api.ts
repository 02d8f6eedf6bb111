import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import type { CommandResult, NewRun, RunView } from "#lib/contract/runs.ts";
import type { Answer } from "#lib/domain/condition.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { lastAttempt, runLabel, stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { openSubSteps } from "#lib/domain/run/sub-steps.ts";
import { type ProcedureDraft, procedureDraft, type StepDraft } from "#lib/domain/testing/procedures.ts";
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

type Site = { id: string; name: string; folder: string };
export type Sites = { source: Site; destination: Site };

type RunWish = Partial<NewRun> & { sites: Record<string, string> };

/** The HTTP API as a program uses it: to prepare what a test is not about, and to look at what is stored. */
export class Api {
  readonly #account: Account;
  readonly #dataFolder: string;
  readonly #started: Run[] = [];

  constructor(account: Account, dataFolder: string) {
    this.#account = account;
    this.#dataFolder = dataFolder;
  }

  async call<T>(method: string, at: string, body?: unknown): Promise<T> {
    const answer = await this.ask(method, at, body);
    if (!answer.ok) throw new Error(`${method} ${at} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** The answer as it came, for a test that is about being refused. */
  ask(method: string, at: string, body?: unknown): Promise<Response> {
    const { name, value } = this.#account.cookie;
    return fetch(BASE_URL + at, {
      method,
      headers: { cookie: `${name}=${value}`, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** A pair of practice sites that no other test uses, in folders of their own. Needs the administrator. */
  async practiceSites(): Promise<Sites> {
    const folder = mkdtempSync(path.join(this.#dataFolder, "practice-"));
    const [east, west] = await installPracticeSites(folder);
    if (!east || !west) throw new Error("There are no two practice sites.");
    const mark = newMark();
    const add = async ({ key, name, place, parameters }: typeof east): Promise<Site> => {
      const wish = { key: `${key}-${mark}`, name: `${name} ${mark}`, place, parameters };
      const { id } = await this.call<{ id: string }>("POST", "/api/sites", wish);
      return { id, name: wish.name, folder: path.join(folder, "practice", key) };
    };
    return { source: await add(east), destination: await add(west) };
  }

  /** Of one of those that server.ts made. */
  async idOf(name: string): Promise<string> {
    const { people } = await this.call<{ people: { id: string; name: string }[] }>("GET", "/api/people?limit=200");
    const found = people.find((person) => person.name === name);
    if (!found) throw new Error(`There is no ${name}.`);
    return found.id;
  }

  procedure(reference = "disaster-recovery-switchover"): Promise<ProcedureView> {
    return this.call("GET", `/api/procedures/${reference}`);
  }

  /** The built-in procedure under a key of the test's own: a live run holds its procedure against others. */
  async ownProcedure(): Promise<ProcedureView> {
    const { document } = await this.procedure();
    const mark = newMark();
    // In a picture that people look at, nothing of the test is to be seen.
    const title = process.env.UPDATE_PICTURES ? document.title : `${document.title}, ${mark}`;
    const own = { ...document, key: `switchover-${mark}`, title };
    return this.call("POST", "/api/procedures", { document: JSON.stringify(own) });
  }

  /** A procedure of the test's own, from the source to the destination. */
  publish(steps: StepDraft[], more: ProcedureDraft = {}): Promise<ProcedureView> {
    const document = procedureDraft(steps, { key: `example-${newMark()}`, ...more });
    return this.call("POST", "/api/procedures", { document: JSON.stringify(document) });
  }

  /**
   * A started run of the built-in procedure at the given sites: live, planned, with every step applying and without the
   * decisions that are only suggested.
   */
  async startedRun({ source, destination }: Sites, change: Partial<NewRun> = {}): Promise<Run> {
    const { id } = change.mode === "drill" ? await this.procedure() : await this.ownProcedure();
    const sites = { source: source.id, destination: destination.id, replication_definition: source.id };
    const suggested = change.procedureId === undefined ? { withoutGates: ["3", "12", "17"] } : {};
    return this.#start({ procedureId: id, sites, facts: EVERYTHING, ...suggested, ...change });
  }

  /** A started run of a procedure that holds only these steps. */
  async smallRun({ source, destination }: Sites, steps: StepDraft[], change: Partial<NewRun> = {}): Promise<Run> {
    const { id } = await this.publish(steps);
    return this.#start({ procedureId: id, sites: { source: source.id, destination: destination.id }, ...change });
  }

  async #start(wish: RunWish): Promise<Run> {
    const body = { mode: "live", type: "planned", start: true, ...wish };
    const { run } = await this.call<RunView>("POST", "/api/runs", body);
    this.#started.push(run);
    return run;
  }

  /** Every page tells of all runs that go on: those that this one started end with their test, as far as they may. */
  async abortRuns(): Promise<void> {
    for (const { id } of this.#started) {
      const command: Command = { type: "run.abort", reason: "The test is over" };
      const answer = await this.ask("POST", `/api/runs/${id}/commands`, { command });
      if (!answer.ok && answer.status !== 409) throw new Error(`Run ${id} did not end: ${await answer.text()}`);
    }
  }

  send(runId: string, command: Command): Promise<CommandResult> {
    return this.call("POST", `/api/runs/${runId}/commands`, { command });
  }

  async run(reference: string | number): Promise<Run> {
    const { run } = await this.call<RunView>("GET", `/api/runs/${reference}`);
    return run;
  }

  /** Starts a step and, where a command does it, waits for its end. */
  async begin(runId: string, step: string): Promise<Run> {
    const { number } = await this.run(runId);
    await this.send(runId, { type: "step.start", step, confirmation: runLabel(number) });
    await expect.poll(async () => isAtWork(await this.run(runId), step), { intervals: [50, 100, 200] }).toBe(false);
    return this.run(runId);
  }

  /** Brings steps to their end as people and the worker do: started, ticked, completed or confirmed. */
  async complete(runId: string, ...steps: string[]): Promise<void> {
    for (const step of steps) {
      const run = await this.begin(runId, step);
      if (stepState(run, step)?.status === "completed") continue;
      await this.#tickAll(run, step);
      await this.send(runId, { type: "step.complete", step });
    }
  }

  async #tickAll(run: Run, number: string): Promise<void> {
    const { document } = await this.procedure(run.procedureId);
    const step = outline(document).byNumber.get(number);
    const state = stepState(run, number);
    for (const subStep of step && state ? openSubSteps(run, step, state) : []) {
      await this.send(run.id, { type: "sub_step.tick", step: number, subStep });
    }
  }
}

/** Tells what one test made from what others made. */
export const newMark = (): string => randomUUID().slice(0, 6);

function isAtWork(run: Run, step: string): boolean {
  const state = stepState(run, step);
  return state?.status === "in_progress" && lastAttempt(state)?.conduct === "command";
}
