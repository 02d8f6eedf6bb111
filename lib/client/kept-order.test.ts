import { expect, it } from "vitest";
import { inKeptOrder } from "#lib/client/kept-order.ts";

it("keeps each where it was drawn, with what is known of it now, and puts new ones last", () => {
  const now = [
    { id: "new", name: "Abe" },
    { id: "one", name: "Aki" },
    { id: "newer", name: "Ito" },
    { id: "renamed", name: "Zen" },
  ];
  const kept = inKeptOrder(["renamed", "gone", "one"], now);
  expect(kept.map(({ name }) => name)).toEqual(["Zen", "Aki", "Abe", "Ito"]);
  expect(inKeptOrder([], now), "as they come when nothing is drawn").toEqual(now);
});
