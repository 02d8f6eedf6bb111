import { expect, it } from "vitest";
import { inTurns } from "#lib/server/runs/turns.ts";

const fulfilled = (value: string) => ({ status: "fulfilled", value }) as const;

it("serves what is asked of one run in turns, all that came meanwhile in one, and another run at once", async () => {
  const turns: string[] = [];
  const first = Promise.withResolvers<void>();
  const ask = inTurns<string, string>(async (of, asks) => {
    if (asks.includes("one")) await first.promise;
    turns.push(`${of}: ${asks.join(" ")}`);
    return asks.map((word) =>
      word === "one" ? { status: "rejected", reason: new Error("one broke") } : fulfilled(`${word} done`),
    );
  });
  const one = ask("a", "one");
  const more = Promise.all([ask("a", "two"), ask("a", "three")]);
  expect(await ask("b", "other")).toBe("other done");
  first.resolve();
  await expect(one).rejects.toThrow("one broke");
  expect(await more).toEqual(["two done", "three done"]);
  expect(turns).toEqual(["b: other", "a: one", "a: two three"]);
});

it("rejects all of a turn that broke, and serves the next", async () => {
  const broken = Promise.withResolvers<void>();
  const ask = inTurns<string, string>(async (_, asks) => {
    if (!asks.includes("late")) await broken.promise;
    return asks.map(fulfilled);
  });
  const early = ask("a", "early");
  const late = ask("a", "late");
  broken.reject(new Error("all of it broke"));
  await expect(early).rejects.toThrow("all of it broke");
  expect(await late).toBe("late");
});

it("does not wait for ever for what hangs", async () => {
  const never = Promise.withResolvers<void>();
  const ask = inTurns<string, string>(async (_, asks) => {
    if (asks.includes("hangs")) await never.promise;
    return asks.map(fulfilled);
  });
  const hanging = ask("c", "hangs");
  expect(await ask("c", "done")).toBe("done");
  never.resolve();
  await hanging;
});
