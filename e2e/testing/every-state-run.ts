import { expect } from "@playwright/test";
import type { CheckRound } from "#lib/contract/checks.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import type { Api } from "./api.ts";

type People = { api: (role: "administrator" | "approver" | "commander" | "operator") => Api };

const act = (...argv: string[]) => ({ argv, timeoutSeconds: 60 });

const look = (...argv: string[]) => ({ that: { look: "command" as const, argv }, timeoutSeconds: 60 });

/** Each is named after the state that it is brought to. */
const steps: StepDraft[] = [
  { title: "Asked for help with", instructions: "Call the service desk.", caution: "Not the customers." },
  { title: "To be confirmed", action: act("/bin/echo", "copied"), expected: { confirm: "The copy is there." } },
  {
    title: "Failed, with an input",
    action: { ...act("/bin/sh", "-c", "echo no room left; exit 3", "copy", "VOLUME"), idempotent: true },
    inputs: [{ name: "volume", label: "Volume", type: "text" }],
  },
  { title: "Rejected", action: act("/bin/true"), gate: { kind: "approval" } },
  { title: "Out of time", action: { ...act("/bin/sleep", "60"), timeoutSeconds: 1 } },
  { title: "Overridden", action: act("/bin/false") },
  { title: "Canceled", action: act("/bin/sleep", "60") },
  { title: "Recorded afterwards" },
  { title: "At one of two places", roles: ["source", "destination"] },
  { title: "Held", gate: { kind: "hold" } },
  { title: "Undecided", condition: when("firewalls", "yes") },
  { title: "In progress", action: { argv: ["/bin/sleep", "240"], timeoutSeconds: 300 } },
  {
    title: "To be tried again by itself",
    action: { ...act("/bin/false"), idempotent: true, onFailure: { retry: { times: 3, delaySeconds: 3_600 } } },
  },
  { title: "Being checked", expected: { probe: { ...look("/bin/sleep", "240"), timeoutSeconds: 300 } } },
  { title: "Approved", action: act("/bin/true"), gate: { kind: "approval" } },
  { title: "Approval lapsed", action: act("/bin/true"), gate: { kind: "approval", lapsesSeconds: 4 } },
  { title: "Approval void", action: { argv: ["/bin/ls", { output: "folder" }] }, gate: { kind: "approval" } },
  { title: "Gives a folder", outputs: [{ name: "folder", label: "Folder", type: "text", optional: true }] },
  { title: "Precheck failed", action: act("/bin/true"), precheck: { ...look("/bin/false"), timeoutSeconds: 1 } },
];

/** A run with a step in each state that no other picture shows. */
export async function everyStateRun({ api }: People): Promise<Run> {
  const [commander, operator] = [api("commander"), api("operator")];
  const sites = await api("administrator").practiceSites();
  const { id } = await commander.smallRun(
    sites,
    steps.map((step) => ({ dependsOn: [], ...step })),
    { facts: { firewalls: "unknown" } },
  );
  const start = (step: string) => operator.send(id, { type: "step.start", step });
  await checked(operator, { run: id, step: "19" });
  await start("1");
  await operator.send(id, { type: "help.ask", step: "1", reason: "Nobody answers there" });
  await operator.send(id, { type: "step.start", step: "3", inputs: { volume: "vol7" } });
  await operator.send(id, { type: "gate.request", step: "4" });
  await api("approver").send(id, { type: "step.reject", step: "4", reason: "The lines are still in use" });
  for (const step of ["2", "5", "6", "7", "13", "14"]) await start(step);
  await operator.send(id, { type: "step.complete", step: "14" });
  const folder = (value: string) => operator.send(id, { type: "output.enter", output: "folder", value });
  await folder("/srv/a");
  for (const step of ["15", "16", "17"]) {
    await operator.send(id, { type: "gate.request", step });
    await api("approver").send(id, { type: "step.approve", step });
  }
  await folder("/srv/b");
  await operator.send(id, { type: "step.cancel", step: "7" });
  for (const step of ["2", "3", "5", "6", "7", "13"]) await settled(operator, id, step);
  const evidence = "The service desk said so, 03:12";
  await commander.send(id, { type: "step.override", step: "6", reason: "Done on the console of the array", evidence });
  const happenedAt = new Date().toISOString();
  await commander.send(id, { type: "step.record", step: "8", happenedAt, by: "Jun, on paper", note: "By phone" });
  await start("12");
  await expect.poll(async () => stepState(await operator.run(id), "16")?.reason).toMatch(/not begun in time/);
  return commander.run(id);
}

async function settled(reader: Api, id: string, step: string): Promise<void> {
  const status = async () => stepState(await reader.run(id), step)?.status;
  await expect.poll(status, { intervals: [50, 100, 200] }).not.toMatch(/in_progress|canceling/);
}

async function checked(operator: Api, of: { run: string; step: string }): Promise<void> {
  await operator.call("POST", "/api/checks", of);
  const latest = () =>
    operator.call<{ rounds: CheckRound[] }>("GET", `/api/checks?${new URLSearchParams({ ...of, limit: "1" })}`);
  await expect.poll(async () => (await latest()).rounds[0]?.waitingFor).toEqual([]);
}
