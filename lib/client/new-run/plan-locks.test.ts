import { expect, test } from "vitest";
import { heldWords } from "#lib/client/new-run/plan-locks.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import type { Site } from "#lib/contract/sites.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const site = (name: string, practice = false) => ({ id: `id of ${name}`, name, practice }) as Site;
const places = [site("Tokyo"), site("Osaka"), site("Practice A", true), site("Practice B", true)];
const procedure = procedureOf({}, {});
const own = { key: procedure.key } as RunSummary["procedure"];
const there = { source: "id of Nagoya", destination: "id of Osaka" };
const practice = { source: "id of Practice A", destination: "id of Practice B" };

/** Of a plan from Tokyo, beside a run that goes on from Nagoya to Osaka. */
function held(run: Partial<RunSummary>, destination = "Osaka", mode: "live" | "drill" = "live"): string | null {
  const other = {
    number: 41,
    mode: "live",
    status: "in_progress",
    siteIds: there,
    procedure: { key: "other" },
    ...run,
  };
  const plan = { mode, sites: { source: "id of Tokyo", destination: `id of ${destination}` } };
  return heldWords(plan, procedure, places, [other as RunSummary]);
}

test("the page of a new run knows what the server would refuse to start, and why", () => {
  expect(held({})).toBe(
    "R-0041 is a live run at Osaka. Create the new run as a draft: a draft can be started anyway, with a reason.",
  );
  expect(held({ status: "paused" })).toMatch(/^R-0041 is a live run at Osaka/);
  expect(held({ procedure: own }, "Tokyo")).toMatch(/^R-0041 is a live run of this procedure\./);
});

test("a site is the same one however it was called when the other run was created", () => {
  const renamed = { sites: { source: "Nagoya", destination: "Osaka 1" } };
  expect(held(renamed)).toMatch(/^R-0041 is a live run at Osaka\./);
  const elsewhere = { sites: { source: "Osaka" }, siteIds: { source: "id of the old Osaka" } };
  expect(held(elsewhere), "another site that had the name then").toBeNull();
});

test("it keeps nobody back who may start", () => {
  expect(held({}, "Tokyo"), "elsewhere").toBeNull();
  expect(held({ status: "draft" })).toBeNull();
  expect(held({ mode: "drill" })).toBeNull();
  expect(held({}, "Osaka", "drill"), "a drill that acts nowhere").toBeNull();
  expect(held({ procedure: own, siteIds: practice }), "practice of the same procedure").toBeNull();
  expect(held({ siteIds: { source: "id of Sendai" } }), "at a site that is not known").toBeNull();
});
