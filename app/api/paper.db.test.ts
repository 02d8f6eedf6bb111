import { describe, expect, it } from "vitest";
import { GET as getPaper } from "#app/api/procedures/[id]/paper/route.ts";
import { GET as getContacts } from "#app/api/runs/[id]/contacts/route.ts";
import { GET as getPack } from "#app/api/runs/[id]/pack/route.ts";
import { inLanguage, inZone } from "#lib/server/language.ts";
import { setTelephone } from "#lib/server/people/telephone.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { call, cookieOf } from "#lib/server/testing/requests.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

/** Each of them on one line. */
const TIMES = /<span class="whole">[\d: -]+ UTC<\/span> <span class="whole">\([\d: -]+ JST\)<\/span>/;

async function setting() {
  const commander = await person("commander", "Mei <Mori>");
  const run = await started(commander, chain(3));
  const cookie = await cookieOf(await person("auditor"));
  const pack = (zone = "", headers = {}) =>
    call(getPack, {
      path: `/api/runs/${run.id}/pack${zone && `?zone=${zone}`}`,
      params: { id: run.id },
      cookie,
      headers,
    });
  return { commander, run, cookie, pack };
}

describe("the run pack", () => {
  it("is one file that nothing can run in, for everybody who may read the run", async () => {
    const { pack, commander } = await setting();
    const answer = await pack("Asia/Tokyo");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(answer.headers.get("content-security-policy")).toMatch(/^sandbox.*default-src 'none'/);
    expect(answer.headers.get("content-disposition")).toMatch(/^inline; filename="LIVE-R-\d{4}-pack-.*\.html"$/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const html = await answer.text();
    expect(html).toContain("Mei &lt;Mori&gt;");
    expect(html).toContain(`${commander.id}@example.com`);
    expect(html).toMatch(new RegExp(`State as of ${TIMES.source}`));
    expect(html).toMatch(/http:\/\/[^ ]+\/runs\/R-\d{4}\/afterwards/);
  });

  it("holds the e-mail of those who have a part in the run alone, not of who did something in it", async () => {
    const { pack, run, commander } = await setting();
    const assigned = await person("operator", "Jun Kato");
    const passing = await person("operator", "Ren Okada");
    await execute(commander, run.id, { type: "step.assign", step: "2", to: { person: assigned.id } });
    await execute(passing, run.id, { type: "step.start", step: "1" });
    await execute(passing, run.id, { type: "note.add", text: "The bridge is down", mentions: [passing.id] });
    const html = await (await pack()).text();
    expect(html).toContain("Ren Okada");
    expect(html.match(/[\w-]+@example\.com/g)).toEqual([`${commander.id}@example.com`, `${assigned.id}@example.com`]);
  });

  it("holds the telephone numbers that are known, and is sent again when one changes", async () => {
    const { pack, commander } = await setting();
    const before = await pack();
    await setTelephone(commander, "+81 3-1234-5678");
    const after = await pack("", { "if-none-match": before.headers.get("etag") ?? "" });
    expect(await before.text()).not.toContain("+81");
    expect([after.status, await after.text()]).toEqual([
      200,
      expect.stringContaining(`href="tel:+81312345678">+81 3-1234-5678</a>`),
    ]);
  });

  it("is not sent again while the run has not changed", async () => {
    const { pack, run, commander } = await setting();
    const etag = (await pack()).headers.get("etag") ?? "";
    expect((await pack("", { "if-none-match": etag })).status).toBe(304);
    await execute(commander, run.id, { type: "note.add", text: "The bridge is down" });
    const changed = await pack("", { "if-none-match": etag });
    expect([changed.status, changed.headers.get("etag") === etag]).toEqual([200, false]);
  });

  it("is in the language of its reader, and another file in another one", async () => {
    const { pack } = await setting();
    const english = await pack();
    const japanese = await inLanguage("ja", () => pack("", { "if-none-match": english.headers.get("etag") ?? "" }));
    expect(japanese.status).toBe(200);
    const html = await japanese.text();
    expect(html).toContain('<html lang="ja">');
    expect(html).toMatch(/本番 R-\d{4} 実行パック: /);
    expect(html).toContain("この用紙は更新されません。");
    expect(await english.text()).toContain("This sheet does not change.");
  });

  it("is in the zone of its reader where none is asked for, and another file in another one", async () => {
    const { pack } = await setting();
    const plain = await pack();
    const known = { "if-none-match": plain.headers.get("etag") ?? "" };
    const there = await inZone("Asia/Tokyo", () => pack("", known));
    expect([there.status, await there.text()]).toEqual([200, expect.stringMatching(TIMES)]);
    expect(await plain.text()).not.toContain("JST");
  });

  it("names the field where the zone is none", async () => {
    const { pack } = await setting();
    const answer = await pack("Mars/Base");
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("zone")]);
  });
});

it("the page of a run is told how the same people are reached, the commander first", async () => {
  const { run, commander, cookie } = await setting();
  const assigned = await person("operator", "Jun Kato");
  await person("operator", "Ren Okada");
  await execute(commander, run.id, { type: "step.assign", step: "2", to: { person: assigned.id } });
  await setTelephone(assigned, "110");
  const answer = await call(getContacts, { params: { id: run.id }, cookie });
  expect(await answer.json()).toEqual({
    people: [
      { id: commander.id, name: "Mei <Mori>", email: `${commander.id}@example.com`, telephone: null },
      { id: assigned.id, name: "Jun Kato", email: `${assigned.id}@example.com`, telephone: "110" },
    ],
  });
  expect((await call(getContacts, { params: { id: "R-999999" }, cookie })).status).toBe(404);
  expect((await call(getContacts, { params: { id: run.id } })).status).toBe(401);
});

it("the paper of a procedure is a blank checklist, and 404 where there is none", async () => {
  const { run, cookie } = await setting();
  const html = await (await call(getPaper, { params: { id: run.procedureId }, cookie })).text();
  expect(html).toContain("A chain of steps v1, checklist");
  expect((await call(getPaper, { params: { id: "no-such-procedure" }, cookie })).status).toBe(404);
});
