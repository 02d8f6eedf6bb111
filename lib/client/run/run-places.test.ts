import { expect, test } from "vitest";
import { journey, journeyWords, pageTitle } from "#lib/client/run/run-places.ts";
import { startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";

const { run } = startedRun(procedureOf({}));
const { source, destination } = run.sites;
if (!source || !destination) throw new Error("The run has no sites.");

test("a journey goes from the source to the destination, in whatever order they are kept", () => {
  expect(journeyWords({ sites: { destination, source } })).toBe("Tokyo to Osaka");
  expect(journeyWords({ sites: { source: destination, destination: source } })).toBe("Osaka to Tokyo");
});

test("places of other roles are all named, each once", () => {
  expect(journey({ sites: { primary: source, standby: destination, witness: source } })).toEqual(["Tokyo", "Osaka"]);
});

test("the title of a page begins with what must not be mistaken", () => {
  expect(pageTitle(run)).toBe("LIVE practice R-0042 Tokyo to Osaka");
});
