import { describe, expect, it } from "vitest";
import { type Gated, hasWaitingGate } from "#lib/client/overview/gate-in-tab.ts";
import { waitsFor } from "#lib/client/overview/waits.ts";
import type { Person } from "#lib/domain/actor.ts";
import { Procedure } from "#lib/domain/procedure.ts";
import type { Role } from "#lib/domain/roles.ts";
import type { Run, StepState, StepStatus } from "#lib/domain/run/state.ts";

const procedure = Procedure.parse({
  format: "switchover-procedure/1",
  key: "dr",
  title: "DR",
  roles: [{ key: "source", title: "Source" }],
  facts: [{ key: "match", label: "Files match", question: "Do the files match?" }],
  phases: [
    {
      title: "All",
      steps: ["1", "2", "3", "4"].map((number) => ({
        number,
        title: `Title ${number}`,
        kind: number === "3" ? "approval" : "manual",
        roles: ["source"],
        dependsOn: [],
        ...(number === "4" && { condition: { all: [{ fact: "match", is: "no" }] } }),
      })),
    },
  ],
});

const who = (role: Role, name: string = role): Person => ({ kind: "person", id: name, name, role });
const mei = who("commander", "mei");
const at = (minute: number) => new Date(Date.UTC(2025, 10, 21, 18, minute)).toISOString();

const run = (statuses: StepStatus[], more: Partial<Run> = {}) =>
  ({
    number: 42,
    mode: "live",
    type: "unplanned",
    status: "in_progress",
    sites: {},
    facts: { match: "unknown" },
    answers: [],
    positions: {},
    people: {},
    presence: {},
    takenCommands: [],
    commander: mei,
    createdAt: at(0),
    startedAt: at(0),
    steps: statuses.map(
      (status, place): StepState => ({
        number: String(place + 1),
        status,
        since: at(10 - place),
        by: mei,
        attempts: [],
        ticks: {},
        added: [],
        attached: [],
      }),
    ),
    ...more,
  }) as Run;

const words = (person: Person, given: Run) => waitsFor(procedure, given, person).map((wait) => wait.words);

describe("what waits for a person", () => {
  it("is one line for all steps that an operator could start", () => {
    const given = run(["ready", "ready", "not_started", "completed"], { facts: { match: "yes" } });
    expect(words(who("operator"), given)).toEqual(["steps 2, 1 are ready to be started"]);
  });

  it("is the go for an approver, and nothing else", () => {
    const given = run(["ready", "completed", "awaiting_approval", "completed"]);
    expect(words(who("approver"), given)).toEqual(["step 3: approve or reject"]);
  });

  it("is what only the commander of this run decides", () => {
    const given = run(["failed", "interrupted", "completed", "not_started"]);
    expect(words(mei, given)).toEqual([
      "step 2: outcome unknown, decide how to go on",
      "step 1: failed, decide how to go on",
      "step 4: Do the files match?",
    ]);
    expect(words(who("commander", "ren"), given)).toEqual([]);
  });

  it("is not a start while a run is paused", () => {
    const given = run(["ready", "ready", "ready", "ready"], { status: "paused", reason: "waiting for power" });
    expect(words(mei, given)).toEqual(["is paused: waiting for power"]);
    expect(words(who("operator"), given)).toEqual([]);
  });

  it("says who paused a run, and since when", () => {
    const stopped = { by: { id: "ren", name: "Ren" }, at: at(5) };
    const given = run(["ready", "ready", "ready", "ready"], { status: "paused", reason: "the storm", stopped });
    const [wait] = waitsFor(procedure, given, mei);
    expect(wait?.words).toBe("paused by Ren: the storm");
    expect(wait?.since).toBe(at(5));
  });

  it("is a gate also while its run is paused", () => {
    const given = run(["interrupted", "ready", "awaiting_approval", "completed"], { status: "paused" });
    expect(words(who("approver"), given)).toEqual(["step 3: approve or reject"]);
    expect(words(mei, given)).toEqual(["is paused: no reason given", "step 1: outcome unknown, decide how to go on"]);
    expect(words(who("operator"), given)).toEqual([]);
  });

  it("is nothing in a draft or for an auditor", () => {
    expect(words(mei, run(["not_started"], { status: "draft" }))).toEqual([]);
    expect(words(who("auditor"), run(["ready", "ready", "awaiting_approval", "ready"]))).toEqual([]);
  });
});

describe("what the tab tells", () => {
  const gated = run(["ready", "completed", "awaiting_approval", "completed"]);
  const of = (given: Run, more: Partial<Gated> = {}): Gated => ({
    summary: { gatesWaiting: 1 },
    view: { run: given },
    ...more,
  });

  it("counts what waits for this person alone", () => {
    expect(waitsFor(procedure, gated, who("approver"))).toHaveLength(1);
    expect(waitsFor(procedure, gated, who("operator"))).toHaveLength(1);
    expect(waitsFor(procedure, gated, who("auditor"))).toEqual([]);
  });

  it("says of any run that a gate waits, whoever reads and whoever decides", () => {
    expect(hasWaitingGate([])).toBe(false);
    expect(hasWaitingGate([of(run(["ready"])), of(gated)])).toBe(true);
    expect(hasWaitingGate([of({ ...gated, status: "paused" })])).toBe(true);
  });

  it("believes the run rather than the list, which may be older", () => {
    expect(hasWaitingGate([of(run(["ready", "completed", "ready", "completed"]))])).toBe(false);
    expect(hasWaitingGate([of({ ...gated, status: "aborted" })])).toBe(false);
  });

  it("says it of a run that is listed only", () => {
    expect(hasWaitingGate([of(gated, { view: undefined })])).toBe(true);
    expect(hasWaitingGate([of(gated, { view: undefined, summary: { gatesWaiting: 0 } })])).toBe(false);
  });
});
