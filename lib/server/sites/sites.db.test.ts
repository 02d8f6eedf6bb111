import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { changeSite, createSite, keepPracticeSite, listSites } from "#lib/server/sites/sites.ts";
import { person } from "#lib/server/testing/runs.ts";

const admin: Person = await person("administrator");

const newSite = (more: object = {}) => {
  const key = `s-${randomUUID()}`;
  return { key, name: key, place: "Tokyo", parameters: { export: ["/bin/export", "--all"], host: "a" }, ...more };
};

describe("sites", () => {
  it("are added with their parameters, and listed by name", async () => {
    const input = newSite({ name: "Aoyama" });
    const site = await createSite(admin, input);
    expect(site).toMatchObject({ ...input, practice: false });
    const { sites } = await listSites();
    expect(sites).toContainEqual(site);
    expect(sites.map(({ name }) => name)).toEqual(sites.map(({ name }) => name).toSorted());
  });

  it("have a key and a name of their own", async () => {
    const one = await createSite(admin, newSite());
    const another = await createSite(admin, newSite());
    await expect(createSite(admin, newSite({ key: one.key }))).rejects.toMatchObject({
      code: "conflict",
      message: "There is already a site with this key.",
    });
    const sameName = { code: "conflict", message: "There is already a site with this name." };
    await expect(createSite(admin, newSite({ name: one.name }))).rejects.toMatchObject(sameName);
    await expect(changeSite(admin, another.id, { name: one.name })).rejects.toMatchObject(sameName);
  });

  it("change only in what is given", async () => {
    const site = await createSite(admin, newSite());
    const moved = await changeSite(admin, site.id, { place: "Osaka" });
    expect(moved).toEqual({ ...site, place: "Osaka", updatedAt: moved.updatedAt });
    const changed = await changeSite(admin, site.id, { parameters: {} });
    expect(changed.parameters).toEqual({});
  });

  it("that do not exist cannot be changed", async () => {
    await expect(changeSite(admin, randomUUID(), { place: "x" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a practice site", () => {
  it("keeps name and place as people left them; its parameters are the start's", async () => {
    const input = newSite();
    await keepPracticeSite(input);
    const { sites } = await listSites();
    const id = sites.find(({ key }) => key === input.key)?.id ?? "";
    await changeSite(admin, id, { name: `Mine ${input.key}`, place: "my desk" });
    const refused = changeSite(admin, id, { name: "Not saved", parameters: {} });
    await expect(refused).rejects.toMatchObject({
      code: "invalid_request",
      extras: { issues: [{ path: "parameters" }] },
    });
    const before = (await listSites()).sites.find((site) => site.id === id);
    await keepPracticeSite(input);
    expect(
      (await listSites()).sites.find((site) => site.id === id),
      "as it was",
    ).toEqual(before);
    await keepPracticeSite({ ...input, parameters: { host: "b" } });
    const kept = (await listSites()).sites.find((site) => site.id === id);
    expect(kept).toMatchObject({
      name: `Mine ${input.key}`,
      place: "my desk",
      practice: true,
      parameters: { host: "b" },
    });
  });
});

it("sites are read page by page, each once", async () => {
  const whole = (await listSites()).sites.map(({ name }) => name);
  expect(whole.length).toBeGreaterThan(1);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { sites, next } = await listSites({ limit: 1, after });
    seen.push(...sites.map(({ name }) => name));
    after = next ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual(whole);
});
