import { expect, it } from "vitest";
import type { Item } from "#lib/server/live/feed.ts";
import { closeHub, follow, tell } from "#lib/server/live/hub.ts";

it("a viewer whose first reading failed sees what comes later, also when another one came and left meanwhile", async () => {
  let away = true;
  const source = async (): Promise<Item<string>[]> => {
    if (away) throw new Error("no database");
    return [];
  };
  const seen: string[] = [];
  const leave = follow("a feed", source, 0, { send: (items) => seen.push(...items.map(({ value }) => value)) });
  await new Promise(setImmediate); // its reading has failed
  follow("a feed", source, 0, { send: () => undefined })();
  away = false;
  await expect
    .poll(
      () => {
        tell("a feed", [{ id: 1, value: "news" }]);
        return seen;
      },
      { timeout: 3_000 },
    )
    .toEqual(["news"]);
  leave();
  await closeHub();
});
