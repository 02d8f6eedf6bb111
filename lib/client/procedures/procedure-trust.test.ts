import { expect, test } from "vitest";
import { trustOf } from "#lib/client/procedures/procedure-trust.ts";

const of = (version: number) => ({
  number: 7,
  endedAt: "2026-01-01T00:00:00.000Z",
  procedureId: `00000000-0000-4000-8000-00000000000${version}`,
  version,
  exceptions: 2,
  onlySimulated: false,
});

test.each([
  ["never was practised", null, null, { kind: "never" }],
  ["was drilled as it is", of(3), of(1), { kind: "as_it_is", by: of(3), how: "drilled" }],
  [
    "was run live as it is, which is more than a drill of an older one",
    of(2),
    of(3),
    { kind: "as_it_is", by: of(3), how: "live" },
  ],
  ["was changed since it was drilled", of(2), of(1), { kind: "changed", since: of(2), how: "drilled" }],
  ["was changed since it was run live", null, of(1), { kind: "changed", since: of(1), how: "live" }],
])("Version 3 %s", (_, newestDrill, newestLive, trust) => {
  expect(trustOf({ version: 3, newestDrill, newestLive })).toEqual(trust);
});
