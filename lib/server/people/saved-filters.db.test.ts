import { beforeEach, expect, test } from "vitest";
import { saveFilter as contract } from "#lib/contract/saved-filters.ts";
import type { Person } from "#lib/domain/actor.ts";
import { deleteFilter, listSavedFilters, renameFilter, saveFilter } from "#lib/server/people/saved-filters.ts";
import { person } from "#lib/server/testing/runs.ts";

let aiko: Person;

beforeEach(async () => {
  aiko = await person("auditor", "Aiko Abe");
});

const drills = { name: "Failed drills", filter: { mode: "drill", status: "failed" } } as const;
const names = async (of: Person) => (await listSavedFilters(of)).filters.map(({ name }) => name);

test("A filter is kept for its owner alone, by name", async () => {
  const kept = await saveFilter(aiko, drills);
  await saveFilter(aiko, { name: "Broken records", filter: { record: "broken" } });
  expect(await names(aiko)).toEqual(["Broken records", "Failed drills"]);
  expect((await listSavedFilters(aiko)).filters[1]).toEqual({ id: kept.id, ...drills });
  expect(await names(await person("auditor"))).toEqual([]);
});

test("A name is taken once, also when two are saved at once; another person may have it too", async () => {
  const both = await Promise.allSettled([saveFilter(aiko, drills), saveFilter(aiko, drills)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(saveFilter(aiko, drills)).rejects.toMatchObject({
    code: "conflict",
    extras: { issues: [{ path: "name" }] },
  });
  await expect(saveFilter(await person("auditor"), drills)).resolves.toMatchObject(drills);
});

test("It is renamed and deleted by its owner alone, and not to a name that is taken", async () => {
  const { id } = await saveFilter(aiko, drills);
  await saveFilter(aiko, { ...drills, name: "Taken" });
  expect(await renameFilter(aiko, id, "Drills that failed")).toEqual({ ...drills, id, name: "Drills that failed" });
  await expect(renameFilter(aiko, id, "Taken")).rejects.toMatchObject({ code: "conflict" });
  const other = await person("administrator");
  await expect(renameFilter(other, id, "Mine")).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteFilter(other, id)).rejects.toMatchObject({ code: "not_found" });
  await deleteFilter(aiko, id);
  expect(await names(aiko)).toEqual(["Taken"]);
  await expect(deleteFilter(aiko, id)).rejects.toMatchObject({ code: "not_found" });
});

test("Nobody keeps more than fifty", async () => {
  for (let i = 0; i < 50; i++) await saveFilter(aiko, { ...drills, name: `Filter ${i}` });
  await expect(saveFilter(aiko, drills)).rejects.toMatchObject({ code: "conflict" });
});

test.each([
  ["no name", { name: "  ", filter: { mode: "drill" } }, "name"],
  ["a name too long", { name: "x".repeat(61), filter: { mode: "drill" } }, "name"],
  ["nothing to filter by", { name: "All", filter: {} }, "filter"],
  ["a mode that is none", { name: "All", filter: { mode: "test" } }, "filter.mode"],
  ["a day that is none", { name: "All", filter: { since: "2026-02-30" } }, "filter.since"],
  ["a filter that nobody knows", { name: "All", filter: { mode: "drill", colour: "red" } }, "filter"],
])("%s is refused with its field", (_, body, path) => {
  const refused = contract.body.safeParse(body);
  expect(refused.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});
