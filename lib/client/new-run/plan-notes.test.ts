import { describe, expect, it } from "vitest";
import type { Plan } from "#lib/client/new-run/new-run.ts";
import { planNotes } from "#lib/client/new-run/plan-notes.ts";
import type { StepPreview } from "#lib/client/new-run/plan-preview.ts";
import type { ListedPerson } from "#lib/contract/people.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import type { Site } from "#lib/contract/sites.ts";
import type { Worker } from "#lib/contract/workers.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { WORK_FORMAT } from "#lib/domain/work-format.ts";

const site = (name: string, practice = false) => ({ id: name, name, practice }) as Site;
const places = [site("Tokyo"), site("Osaka"), site("Practice A", true), site("Practice B", true)];

const plan = (sites: string[], mode: Plan["mode"] = "live"): Plan => ({
  mode,
  type: "unplanned",
  sites: { source: sites[0] ?? "", destination: sites[1] ?? "" },
  facts: {},
  withoutGates: [],
  positions: {},
  offerCommandTo: null,
  rtoSeconds: null,
  declaredAt: null,
});

const step = (number: string, more: Partial<StepPreview>) =>
  ({ step: { number }, applicability: "applicable", because: "", inDrill: null, missing: [], ...more }) as StepPreview;

const worker = (sites: string[] | null, live = true) => ({ sites, live, format: WORK_FORMAT }) as Worker;

const person = (id: string, role: ListedPerson["role"]) => ({ id, role }) as ListedPerson;
const people = [person("olga", "operator"), person("ada", "auditor"), person("paul", "approver")];

const nobody = { runs: [], whole: true };
const around = { steps: [], places, people, unfinished: nobody, workers: null, last: null };

const words = (given: Plan, steps: StepPreview[] = [], runs: RunSummary[] | null = [], whole = true) =>
  planNotes(given, { ...around, steps, unfinished: runs && { runs, whole }, workers: [worker(null)] })
    .filter(({ key }) => key !== "workers" && key !== "unnamed")
    .map((note) => `${note.kind}: ${note.words}`);

describe("before a run is started, the page says", () => {
  it("that nobody else is at its sites", () => {
    expect(words(plan(["Tokyo", "Osaka"]))).toEqual(["check: No other run is active at Tokyo or Osaka."]);
  });

  it("that it does not know who else is there, where no list came or an old one", () => {
    expect(words(plan(["Tokyo", "Osaka"]), [], null)).toEqual([
      "warn: It is not known whether another run is active at Tokyo or Osaka.",
    ]);
  });

  it("which run goes on there already; a draft does not", () => {
    const other = { mode: "live", number: 41, status: "paused", siteIds: { source: "Osaka", destination: "Nagoya" } };
    const draft = { ...other, number: 42, status: "draft" };
    expect(words(plan(["Tokyo", "Osaka"]), [], [other, draft] as unknown as RunSummary[])).toEqual([
      "warn: LIVE R-0041 is active at Osaka.",
    ]);
    const gated = { ...other, gatesWaiting: 2 };
    expect(words(plan(["Tokyo", "Osaka"]), [], [gated] as unknown as RunSummary[])).toEqual([
      "warn: LIVE R-0041 is active at Osaka, 2 gates wait.",
    ]);
  });

  it("where a live run that came to its end has moved what it switched", () => {
    const moved = {
      mode: "live",
      number: 41,
      status: "completed",
      sites: { destination: { id: "Osaka", name: "Osaka" } },
    };
    const said = (sites: string[], status: string) =>
      planNotes(plan(sites), { ...around, last: { ...moved, status } as unknown as Run }).filter(
        ({ key }) => key === "moved",
      );
    expect(said(["Osaka", "Tokyo"], "completed").map(({ words: told }) => told)).toEqual([
      "LIVE R-0041 switched over to Osaka: it is the source now.",
    ]);
    expect(said(["Tokyo", "Osaka"], "completed")).toEqual([]);
    expect(said(["Osaka", "Tokyo"], "aborted")).toEqual([]);
  });

  it("that practice sites move nothing, when it is called live", () => {
    expect(words(plan(["Practice A", "Practice B"]))[0]).toBe(
      "warn: Practice A and Practice B are practice sites: commands act on practice files, no service is moved.",
    );
  });

  it("that practice and real sites are mixed", () => {
    expect(words(plan(["Tokyo", "Practice B"]))[0]).toBe("warn: Practice B is for practice, the other site is real.");
  });

  it("what a drill does", () => {
    const drill = plan(["Tokyo", "Osaka"], "drill");
    expect(words(drill)[0]).toContain("check: Nothing acts");
    expect(words(drill, [step("5", { inDrill: "acts" }), step("6", { inDrill: "acts" })])[0]).toBe(
      "warn: Also in a drill, steps 5 and 6 act for real.",
    );
  });

  it("which commands a site does not know", () => {
    const missing = [{ kind: "parameter" as const, site: "Osaka", parameter: "mount" }];
    expect(words(plan(["Tokyo", "Osaka"]), [step("5", { missing })])[0]).toBe(
      "warn: Osaka does not say the command of step 5: to be done by hand.",
    );
  });

  it.each<[string, Worker[] | null, string]>([
    ["that workers answer", [worker(["Tokyo"]), worker(["Osaka"])], "check: A worker answers for Tokyo and Osaka."],
    [
      "at which site none does, also where one did",
      [worker(["Tokyo"]), worker(["Osaka"], false)],
      "warn: No worker answers for Osaka: commands there would wait for one.",
    ],
    ["that it does not know, rather than what was so", null, "warn: It is not known whether a worker answers."],
  ])("%s", (_, workers, said) => {
    const notes = planNotes(plan(["Tokyo", "Osaka"]), { ...around, workers });
    expect(notes.filter(({ key }) => key === "workers").map(({ kind, words }) => `${kind}: ${words}`)).toEqual([said]);
  });
});

it("whether another run goes on is not known where more do than it has heard of", () => {
  expect(words(plan(["Tokyo", "Osaka"]), [], [], false)).toEqual([
    "warn: It is not known whether another run is active at Tokyo or Osaka.",
  ]);
});

it("a site where another run goes on is the same one however it was called when that run was created", () => {
  const run = { mode: "live", number: 41, status: "in_progress" };
  const said = (more: Partial<RunSummary>) =>
    words(plan(["Tokyo", "Osaka"]), [], [{ ...run, ...more }] as unknown as RunSummary[]);
  expect(said({ sites: { source: "Osaka 1" }, siteIds: { source: "Osaka" } })).toEqual([
    "warn: LIVE R-0041 is active at Osaka.",
  ]);
  expect(said({ sites: { source: "Osaka" }, siteIds: { source: "the Osaka of before" } })).toEqual([
    "check: No other run is active at Tokyo or Osaka.",
  ]);
});

it.each<[string, Plan["positions"], Plan["mode"], number]>([
  ["as long as none is named", {}, "live", 1],
  ["also where only somebody who cannot do a step is", { lead: { person: "ada", deputy: "paul" } }, "live", 1],
  ["not where one is named", { lead: { person: "olga" } }, "live", 0],
  ["not where one stands in", { lead: { person: "ada", deputy: "olga" } }, "live", 0],
  ["not of a drill, on which nothing depends", {}, "drill", 0],
])("the page of a new run says that no operator is told by e-mail what is ready, %s", (_, positions, mode, times) => {
  const given = { ...plan(["Tokyo", "Osaka"], mode), positions };
  const notes = planNotes(given, around);
  expect(notes.filter(({ words: told }) => told.startsWith("No operator is told by e-mail"))).toHaveLength(times);
});
