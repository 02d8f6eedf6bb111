import { expect, test } from "vitest";
import { later } from "#components/ui/later.ts";

const Part = () => null;

test("a part that could not be fetched is fetched again, and whoever waits for it is told", async () => {
  let tries = 0;
  const part = later(async () => {
    tries++;
    if (tries === 1) throw new TypeError("failed to fetch");
    return Part;
  });
  const seen: unknown[] = [];
  part.subscribe(() => seen.push(part.now()));
  expect(await part.arrival()).toBe("failed");
  part.fetch();
  part.fetch();
  expect(await part.arrival()).toEqual({ Part });
  expect(seen).toEqual(["failed", null, { Part }]);
  part.fetch();
  expect(tries).toBe(2);
});

test("where several could not be fetched, trying one again fetches all of them", async () => {
  let isOut = true;
  const load = async () => {
    if (isOut) throw new TypeError("failed to fetch");
    return Part;
  };
  const [one, other] = [later(load), later(load)];
  expect(await Promise.all([one.arrival(), other.arrival()])).toEqual(["failed", "failed"]);
  isOut = false;
  one.fetch();
  expect(await one.arrival()).toEqual({ Part });
  expect(other.now()).toEqual({ Part });
});
