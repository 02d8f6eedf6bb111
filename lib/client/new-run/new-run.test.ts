import { describe, expect, it } from "vitest";
import {
  chosenByHand,
  firstPlan,
  followedPreset,
  siteObjections,
  sitesForRoles,
  swapSites,
  withAnswer,
  withPreset,
  withSite,
  withType,
} from "#lib/client/new-run/new-run.ts";
import { countSteps, previewSteps } from "#lib/client/new-run/plan-preview.ts";
import { siteNeeds, unmetNeeds } from "#lib/client/sites/site-needs.ts";
import type { Site } from "#lib/contract/sites.ts";
import { Procedure } from "#lib/domain/procedure.ts";

const site = (name: string, more: Partial<Site> = {}): Site => ({
  id: `id-${name}`,
  key: name,
  name,
  place: "",
  practice: false,
  parameters: {},
  connections: {},
  updatedAt: "2025-11-21T19:31:08.400Z",
  ...more,
});

const tokyo = site("tokyo");
const osaka = site("osaka", { parameters: { mount: ["/opt/mount"] } });
const practice = [site("p1", { practice: true }), site("p2", { practice: true })];

const disaster = { key: "disaster", title: "Source down", type: "unplanned", facts: { up: "no" } } as const;
const planned = { key: "planned", title: "Planned", type: "planned", facts: { up: "yes" } } as const;

const up = { all: [{ fact: "up", is: "yes" }] };
const match = { all: [{ fact: "match", is: "no" }] };

const procedure = Procedure.parse({
  format: "switchover-procedure/1",
  key: "dr",
  title: "DR",
  roles: ["source", "destination", "witness"].map((key) => ({ key, title: key })),
  facts: [
    { key: "up", label: "Source up", question: "Is the source up?" },
    { key: "match", label: "Files match", question: "Do the files match?" },
  ],
  presets: [disaster, planned],
  rtoSeconds: 14_400,
  phases: [
    {
      title: "All",
      steps: [
        { number: "1", title: "Look", kind: "manual", roles: ["destination"] },
        { number: "2", title: "Stop", kind: "automated", roles: ["source"], condition: up, action: command("stop") },
        {
          number: "3",
          title: "Mount",
          kind: "automated",
          roles: ["source", "destination"],
          inDrill: "run",
          action: command("mount"),
        },
        {
          number: "4",
          title: "Restore",
          kind: "automated",
          roles: ["destination"],
          condition: match,
          action: command("restore"),
        },
        { number: "5", title: "Bill", kind: "manual", roles: ["destination"], inDrill: "skip" },
      ],
    },
  ],
});

function command(site: string) {
  return { argv: [{ site }], timeoutSeconds: 60 };
}

const plan = firstPlan(procedure, [tokyo, osaka, ...practice], { mode: "live", practice: false });

describe("a new run", () => {
  it("is a disaster, ready to start: two real places, what the preset knows, the rest unknown", () => {
    expect(plan).toEqual({
      mode: "live",
      type: "unplanned",
      sites: { source: "id-tokyo", destination: "id-osaka", witness: "id-tokyo" },
      facts: { up: "no", match: "unknown" },
      withoutGates: [],
      positions: {},
      offerCommandTo: null,
      rtoSeconds: 14_400,
      declaredAt: null,
    });
  });

  it("takes the practice places where there are no two real ones, or where it is asked to", () => {
    const atPractice = { source: "id-p1", destination: "id-p2", witness: "id-p1" };
    expect(firstPlan(procedure, [tokyo, ...practice], { mode: "drill", practice: false }).sites).toEqual(atPractice);
    expect(firstPlan(procedure, [tokyo, osaka, ...practice], { mode: "live", practice: true }).sites).toEqual(
      atPractice,
    );
  });

  const places = [tokyo, osaka, site("nagoya"), ...practice];
  const last = (names: [string, string], more: object = {}) => {
    const [source, destination] = names.map((id) => ({ id, name: id, practice: false, parameters: {} }));
    const sites = { ...(source && { source, witness: source }), ...(destination && { destination }) };
    return { mode: "live" as const, status: "aborted" as const, sites, ...more };
  };
  const begun = (names: [string, string], more: object = {}, practise = false) =>
    firstPlan(procedure, places, { mode: "live", practice: practise }, last(names, more));

  it("begins where the last run was, and answers nothing that was answered then", () => {
    const { sites, facts } = begun(["id-nagoya", "id-osaka"]);
    expect(sites).toEqual({ source: "id-nagoya", destination: "id-osaka", witness: "id-nagoya" });
    expect(facts).toEqual(plan.facts);
  });

  it("begins where a live run has moved it to, and a drill has not", () => {
    const moved = { source: "id-osaka", destination: "id-nagoya", witness: "id-nagoya" };
    expect(begun(["id-nagoya", "id-osaka"], { status: "completed_with_exceptions" }).sites).toEqual(moved);
    const drilled = { mode: "drill", status: "completed" };
    expect(begun(["id-nagoya", "id-osaka"], drilled).sites).toMatchObject({ source: "id-nagoya" });
  });

  it.each([
    ["at practice places, while there are real ones", ["id-p1", "id-p2"], false, "id-tokyo"],
    ["where a place is gone", ["id-kobe", "id-osaka"], false, "id-tokyo"],
    ["but practice is asked for", ["id-nagoya", "id-osaka"], true, "id-p1"],
  ] as const)("begins as without a last run that was %s", (_, [from, to], practise, source) => {
    expect(begun([from, to], {}, practise).sites).toMatchObject({ source });
  });

  it("changes the preset's answers with the type, and leaves the others", () => {
    const answered = withAnswer(plan, "match", "no");
    expect(withType(answered, procedure, "planned").facts).toEqual({ up: "yes", match: "no" });
  });

  it("leaves answers given by hand when the type changes", () => {
    const answered = withAnswer(plan, "up", "unknown");
    expect(withType(answered, procedure, "planned")).toMatchObject({ type: "planned", facts: { up: "unknown" } });
  });

  it("knows which preset it follows", () => {
    expect(followedPreset(withPreset(plan, planned), procedure)?.key).toBe("planned");
    expect(followedPreset(withAnswer(plan, "up", "unknown"), procedure)).toBeUndefined();
  });

  it("swaps source and destination, and nothing else", () => {
    expect(swapSites(plan).sites).toEqual({ source: "id-osaka", destination: "id-tokyo", witness: "id-tokyo" });
  });

  it("needs two places, and a site for each role", () => {
    expect(siteObjections(plan, procedure)).toEqual({});
    expect(siteObjections(withSite(plan, "destination", "id-tokyo"), procedure)).toEqual({
      destination: expect.stringContaining("two places"),
    });
    expect(siteObjections({ ...plan, sites: {} }, procedure)).toEqual({
      source: "Choose a site.",
      destination: "Choose a site.",
      witness: "Choose a site.",
    });
  });
});

describe("the preview of its steps", () => {
  const places = [tokyo, osaka];

  it("says for each whether it applies, and why", () => {
    const said = previewSteps(procedure, plan, places).map(({ step, applicability, because }) => [
      step.number,
      applicability,
      because,
    ]);
    expect(said).toEqual([
      ["1", "applicable", "always"],
      ["2", "not_applicable", "Source up: no"],
      ["3", "applicable", "always"],
      ["4", "undecided", "Files match: unknown"],
      ["5", "applicable", "always"],
    ]);
  });

  it("says what a site would have to know, unless another place of the step knows it", () => {
    const missing = previewSteps(procedure, withPreset(plan, planned), places).map((each) => each.missing);
    expect(missing).toEqual([
      [],
      [{ kind: "parameter", site: "tokyo", parameter: "stop" }],
      [],
      [{ kind: "parameter", site: "osaka", parameter: "restore" }],
      [],
    ]);
  });

  it("says in a drill what acts, what is only shown and what is left out", () => {
    const steps = previewSteps(procedure, { ...plan, mode: "drill" }, places);
    expect(steps.map(({ inDrill }) => inDrill)).toEqual(["simulated", null, "acts", "simulated", null]);
    expect(steps.at(-1)?.because).toBe("left out of drills");
    expect(steps.flatMap(({ missing }) => missing)).toEqual([]);
  });

  it("counts them", () => {
    expect(countSteps(previewSteps(procedure, plan, places))).toEqual({
      applicable: 3,
      not_applicable: 1,
      undecided: 1,
    });
  });
});

describe("what a procedure needs of its sites", () => {
  it("is named with the steps that ask and the part the site plays", () => {
    expect(siteNeeds(procedure).find(({ parameter }) => parameter === "mount")).toEqual({
      parameter: "mount",
      procedure: "DR",
      steps: [
        { number: "3", role: "source" },
        { number: "3", role: "destination" },
      ],
    });
  });

  it("is asked by roles as the reader calls them, whatever the procedure calls those that every one has", () => {
    const roles = procedure.roles.map((role) => ({ ...role, title: "Tokio" }));
    expect(siteNeeds({ ...procedure, roles }).find(({ parameter }) => parameter === "mount")?.steps).toEqual([
      { number: "3", role: "source" },
      { number: "3", role: "destination" },
    ]);
  });

  it("is unmet where the site does not say it", () => {
    expect(unmetNeeds(siteNeeds(procedure), osaka.parameters).map(({ parameter }) => parameter)).toEqual([
      "stop",
      "restore",
    ]);
  });
});

describe("sites chosen by hand", () => {
  it("are those that are not the usual ones, and of roles that are not there now", () => {
    const usual = { source: "tokyo", destination: "osaka" };
    const chosen = { source: "nara", destination: "osaka", arbiter: "kobe" };
    expect(chosenByHand(chosen, usual)).toEqual({ source: "nara", arbiter: "kobe" });
  });

  it("go with the roles of the procedure", () => {
    expect(sitesForRoles({ source: "nara", arbiter: "kobe" }, procedure)).toEqual({ source: "nara" });
  });
});
