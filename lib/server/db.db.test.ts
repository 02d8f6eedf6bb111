import { expect, it } from "vitest";
import { database } from "#lib/server/db.ts";

it("a connection that is cut before whoever asked for it listens does not end the process", async () => {
  const client = await database().pool.connect();
  expect(() => client.emit("error", new Error("cut"))).not.toThrow();
  client.release(true);
  expect((await database().pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
