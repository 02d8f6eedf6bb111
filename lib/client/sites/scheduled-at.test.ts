import { expect, it } from "vitest";
import { isScheduledAt } from "#lib/client/sites/scheduled-at.ts";

it.each<[string, Record<string, string>, boolean]>([
  ["at the sites of the schedule", { source: "tokyo", destination: "osaka" }, true],
  ["at another site", { source: "tokyo", destination: "kyoto" }, false],
  ["where a part has no site yet", { source: "tokyo", destination: "osaka", network: "" }, false],
  ["where a part was given a site since", { source: "tokyo", destination: "osaka", network: "osaka" }, false],
  ["where a part is gone", { source: "tokyo" }, false],
])("a procedure is scheduled %s: %s", (_, sites, scheduled) => {
  expect(isScheduledAt({ sites: { source: "tokyo", destination: "osaka" } }, sites)).toBe(scheduled);
});
