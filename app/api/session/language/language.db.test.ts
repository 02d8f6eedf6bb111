import { describe, expect, it } from "vitest";
import { PUT } from "#app/api/session/language/route.ts";
import { db } from "#lib/server/db.ts";
import { beginSession } from "#lib/server/people/begin-session.ts";
import { call, cookieOf } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

const languageOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).locale;
const comes = (cookie: string) => new Request("http://127.0.0.1:3000/api/session", { headers: { cookie } });

describe("the language that somebody is written to in", () => {
  it("is none until they choose, and then the one they chose last", async () => {
    const mei = await person("commander");
    const cookie = await cookieOf(mei);
    const choose = (locale: string) => call(PUT, { method: "PUT", cookie, body: { locale } });
    expect(await languageOf(mei.id)).toBeNull();
    expect((await choose("ja")).status).toBe(204);
    expect(await languageOf(mei.id)).toBe("ja");
    expect((await choose("tlh")).status).toBe(400);
    expect((await choose("en")).status).toBe(204);
    expect(await languageOf(mei.id)).toBe("en");
  });

  it("is what was chosen before they signed in, unless they chose one for themselves", async () => {
    const jun = await person("operator");
    const user = { id: jun.id, email: `${jun.id}@example.com` };
    await beginSession(comes("locale=tlh"), user);
    expect(await languageOf(jun.id)).toBeNull();
    await beginSession(comes("locale=ja"), user);
    await beginSession(comes("locale=en"), user);
    expect(await languageOf(jun.id)).toBe("ja");
  });
});

it("the zone that messages tell times in is that of the first browser they signed in with", async () => {
  const { id } = await person("operator");
  const user = { id, email: `${id}@example.com` };
  const zones: (string | null)[] = [];
  for (const zone of ["Moon%2FCrater", "Asia%2FTokyo", "Europe%2FBerlin"]) {
    await beginSession(comes(`zone=${zone}`), user);
    zones.push((await db().user.findUniqueOrThrow({ where: { id } })).zone);
  }
  expect(zones).toEqual([null, "Asia/Tokyo", "Asia/Tokyo"]);
});
