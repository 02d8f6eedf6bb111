import { expect, it } from "vitest";
import { NoAnswerError } from "#lib/client/api-error.ts";
import { together } from "#lib/client/together.ts";

const { signal } = new AbortController();

/** Reads of what exists, which keep what they were asked. */
function reading(existing: readonly string[]) {
  const asked: string[] = [];
  const read = together(
    async (id: string) => {
      asked.push(id);
      if (!existing.includes(id)) throw new Error(`There is no ${id}`);
      return `${id} alone`;
    },
    async (ids) => {
      asked.push(ids.join("+"));
      if (ids.includes("away")) throw new NoAnswerError(null);
      if (ids.includes("broken")) throw new Error("Not readable");
      return new Map(ids.filter((id) => existing.includes(id)).map((id) => [id, `${id} of several`]));
    },
  );
  return { asked, read: (id: string) => read(id, signal) };
}

it("asks for one by itself", async () => {
  const { asked, read } = reading(["a"]);
  expect(await read("a")).toBe("a alone");
  expect(asked).toEqual(["a"]);
});

it("asks for several at once, and for each of them once", async () => {
  const { asked, read } = reading(["a", "b"]);
  expect(await Promise.all([read("a"), read("b"), read("a")])).toEqual([
    "a of several",
    "b of several",
    "a of several",
  ]);
  expect(asked).toEqual(["a+b"]);
});

it("asks anew for what is asked for later", async () => {
  const { asked, read } = reading(["a", "b", "c"]);
  await Promise.all([read("a"), read("b")]);
  await Promise.all([read("a"), read("c")]);
  expect(asked).toEqual(["a+b", "a+c"]);
});

it("asks by itself for what is not among the answers, so that its refusal says why", async () => {
  const { asked, read } = reading(["a", "b"]);
  const all = await Promise.allSettled([read("a"), read("gone"), read("b")]);
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(asked).toEqual(["a+gone+b", "gone"]);
});

it("asks for each by itself where several are refused, so that one takes no other along", async () => {
  const { asked, read } = reading(["a"]);
  const all = await Promise.allSettled([read("a"), read("broken")]);
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect(asked).toEqual(["a+broken", "a", "broken"]);
});

it("fails all that waited where there is no answer, and asks again afterwards", async () => {
  const { asked, read } = reading(["a"]);
  const all = await Promise.allSettled([read("a"), read("away")]);
  expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await read("a")).toBe("a alone");
  expect(asked).toEqual(["a+away", "a"]);
});
