import { expect, it } from "vitest";
import { fromLocalInput, toLocalInput } from "#lib/client/local-time.ts";

it("gives an instant to a field and takes it back, to the minute", () => {
  expect(fromLocalInput(toLocalInput("2025-11-21T18:12:00.000Z"))).toBe("2025-11-21T18:12:00.000Z");
});

it.each(["", "2025-11-22", "2025-13-45T99:99", "soon"])("takes %j as not complete", (text) => {
  expect(fromLocalInput(text)).toBeNull();
});
