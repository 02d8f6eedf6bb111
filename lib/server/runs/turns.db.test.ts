import { expect, it } from "vitest";
import { inTurn } from "#lib/server/runs/turns.ts";

it("does the work on one run one after the other, also after one that failed, and on another run at once", async () => {
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const one = inTurn("a", async () => {
    await first.promise;
    done.push("one");
    throw new Error("one broke");
  });
  const two = inTurn("a", async () => done.push("two"));
  await inTurn("b", async () => done.push("other"));
  first.resolve();
  await expect(one).rejects.toThrow("one broke");
  await two;
  expect(done).toEqual(["other", "one", "two"]);
});

it("does not wait for ever for what hangs", async () => {
  const never = Promise.withResolvers<void>();
  const hanging = inTurn("c", () => never.promise);
  expect(await inTurn("c", async () => "done")).toBe("done");
  never.resolve();
  await hanging;
});
