import { describe, expect, it } from "vitest";
import { Feed, type Item } from "#lib/server/live/feed.ts";

/** A storage that holds what was written, and counts how often it is read. */
function storage() {
  const stored: Item<string>[] = [];
  let reads = 0;
  const feed = new Feed<string>(async (after) => {
    reads += 1;
    return stored.filter(({ id }) => id > after);
  });
  const write = (value: string): Item<string> => {
    const item = { id: stored.length + 1, value };
    stored.push(item);
    return item;
  };
  const restore = (upTo: number) => stored.splice(upTo);
  return { feed, write, restore, reads: () => reads };
}

function viewer(feed: Feed<string>, after = 0) {
  const seen: string[] = [];
  const leave = feed.follow(
    after,
    { send: (items) => seen.push(...items.map(({ value }) => value)), lost: () => seen.push("LOST") },
    (error) => seen.push(`failed: ${error}`),
  );
  return { seen, leave };
}

describe("a feed", () => {
  it("gives first what is stored, then what is pushed", async () => {
    const { feed, write } = storage();
    write("a");
    const { seen } = viewer(feed);
    await expect.poll(() => seen).toEqual(["a"]);
    await feed.push([write("b")]);
    expect(seen).toEqual(["a", "b"]);
  });

  it("gives only what comes after the place a viewer has reached", async () => {
    const { feed, write } = storage();
    for (const value of ["a", "b", "c"]) write(value);
    const { seen } = viewer(feed, 2);
    await expect.poll(() => seen).toEqual(["c"]);
  });

  it("loses nothing that is pushed while the stored part is read, and repeats nothing", async () => {
    const { feed, write } = storage();
    write("a");
    const { seen } = viewer(feed);
    await feed.push([write("b")]);
    await expect.poll(() => seen).toEqual(["a", "b"]);
    await feed.refresh();
    expect(seen).toEqual(["a", "b"]);
  });

  it("reads what is missing when something before it was never told", async () => {
    const { feed, write } = storage();
    const { seen } = viewer(feed);
    write("a");
    await feed.push([write("b")]);
    await expect.poll(() => seen).toEqual(["a", "b"]);
  });

  it("ignores what it has already", async () => {
    const { feed, write, reads } = storage();
    const item = write("a");
    const { seen } = viewer(feed);
    await expect.poll(() => seen).toEqual(["a"]);
    const before = reads();
    await feed.push([item]);
    expect(seen).toEqual(["a"]);
    expect(reads()).toBe(before);
  });

  it("reads once for all viewers", async () => {
    const { feed, write, reads } = storage();
    const viewers = Array.from({ length: 20 }, () => viewer(feed));
    await expect.poll(reads).toBe(20);
    write("a");
    await Promise.all([feed.refresh(), feed.refresh(), feed.refresh()]);
    for (const { seen } of viewers) expect(seen).toEqual(["a"]);
    expect(reads()).toBeLessThanOrEqual(22);
  });

  it("is not watched any more when the last viewer has left", () => {
    const { feed } = storage();
    const one = viewer(feed);
    const two = viewer(feed);
    one.leave();
    expect(feed.watched).toBe(true);
    two.leave();
    expect(feed.watched).toBe(false);
  });

  it("says when the stored part cannot be read", async () => {
    const feed = new Feed<string>(() => Promise.reject(new Error("no database")));
    const { seen } = viewer(feed);
    await expect.poll(() => seen).toEqual(["failed: Error: no database"]);
  });
});

describe("a viewer of a feed", () => {
  it("is told at once what another one, who has just come, was given first", async () => {
    const { feed, write } = storage();
    write("a");
    const { seen } = viewer(feed);
    await expect.poll(() => seen).toEqual(["a"]);
    const untold = write("b");
    const other = viewer(feed, 1);
    await expect.poll(() => other.seen).toEqual(["b"]);
    expect(seen).toEqual(["a", "b"]);
    await feed.push([untold]);
    await feed.refresh();
    expect(seen).toEqual(["a", "b"]);
    expect(other.seen).toEqual(["b"]);
  });

  it("loses nothing by another one who has seen more than anybody was told", async () => {
    const { feed, write } = storage();
    write("a");
    const { seen } = viewer(feed);
    await expect.poll(() => seen).toEqual(["a"]);
    for (const value of ["b", "c", "d"]) write(value);
    const other = viewer(feed, 3);
    await expect.poll(() => other.seen).toEqual(["d"]);
    await feed.push([write("e")]);
    expect(seen).toEqual(["a", "b", "c", "d", "e"]);
    expect(other.seen).toEqual(["d", "e"]);
  });

  it("that says it has seen what is not there yet takes nothing from the others", async () => {
    const { feed, write } = storage();
    write("a");
    const honest = viewer(feed, 1);
    const other = viewer(feed, 1_000_000);
    await expect.poll(() => other.seen).toEqual(["LOST", "a"]);
    await feed.push([write("b")]);
    await feed.push([write("c")]);
    expect(honest.seen).toEqual(["b", "c"]);
    expect(other.seen).toEqual(["LOST", "a", "b", "c"]);
  });

  it("is told that what it saw is gone, and all there is, once another database has come back", async () => {
    const { feed, write, restore } = storage();
    for (const value of ["a", "b", "c"]) write(value);
    const seer = viewer(feed, 2);
    const late: string[] = [];
    feed.follow(2, { send: (items) => late.push(...items.map(({ value }) => value)) }, () => {});
    await expect.poll(() => [seer.seen, late]).toEqual([["c"], ["c"]]);
    await feed.refreshInDoubt();
    expect(seer.seen, "it is the same one").toEqual(["c"]);
    restore(1);
    write("B");
    await feed.refreshInDoubt();
    expect(seer.seen).toEqual(["c", "LOST", "a", "B"]);
    expect(late, "who takes no notice is sent nothing twice").toEqual(["c"]);
    write("C");
    await feed.push([write("D")]);
    expect(seer.seen).toEqual(["c", "LOST", "a", "B", "C", "D"]);
    expect(late).toEqual(["c", "D"]);
  });
});
