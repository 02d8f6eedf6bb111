import { beforeAll, describe, expect, it } from "vitest";
import { GET as noSuchGet, POST as noSuchPost } from "#app/api/[...rest]/route.ts";
import { GET as listProcedures } from "#app/api/procedures/route.ts";
import { GET as getLog } from "#app/api/runs/[id]/log/route.ts";
import { GET as listRuns } from "#app/api/runs/route.ts";
import { POST as signIn } from "#app/api/session/route.ts";
import { POST as createSite } from "#app/api/sites/route.ts";
import { POST as createUser } from "#app/api/users/route.ts";
import { Problem } from "#lib/contract/problem.ts";
import { db } from "#lib/server/db.ts";
import { call, cookieOf, type Sent } from "#lib/server/testing/requests.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

let cookie: string;

beforeAll(async () => {
  cookie = await cookieOf(await person("administrator"));
});

const site = { key: "tokyo", name: "Tokyo" };
const muchText = Array.from({ length: 10 }, () => "x".repeat(4_000));
const send = (sent: Sent) => call(createSite, { method: "POST", path: "/api/sites", cookie, body: site, ...sent });

async function problem(answer: Promise<Response>): Promise<Problem> {
  const response = await answer;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const parsed = Problem.parse(await response.json());
  expect(parsed.status).toBe(response.status);
  expect(response.headers.get("x-request-id")).toBe(parsed.requestId);
  return parsed;
}

describe("a request that changes something", () => {
  it.each([
    ["from another site's page", { "sec-fetch-site": "cross-site" }],
    ["from a page of a neighbour's domain", { "sec-fetch-site": "same-site" }],
    ["with the origin of another host", { origin: "https://evil.example" }],
    ["with the origin of another port", { origin: "http://127.0.0.1:3001" }],
    ["with an origin that says nothing", { origin: "null" }],
  ])("is refused %s, and nothing is saved", async (_, headers: Record<string, string>) => {
    expect(await problem(send({ headers }))).toMatchObject({ code: "forbidden", status: 403 });
    expect(await db().site.count()).toBe(0);
  });

  it.each([
    ["a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["plain text", { "content-type": "text/plain" }],
    ["something that only begins like JSON", { "content-type": "application/jsonp" }],
  ])("is refused as %s", async (_, headers: Record<string, string>) => {
    expect(await problem(send({ headers }))).toMatchObject({ code: "invalid_request", status: 400 });
    expect(await db().site.count()).toBe(0);
  });

  it.each([
    ["our own page", { "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:3000" }],
    ["an older browser on our own page", { origin: "http://127.0.0.1:3000" }],
    ["a program", {}],
  ])("is served when it comes from %s", async (from, headers: Record<string, string>) => {
    const answer = await send({ headers, body: { key: from.replaceAll(" ", "-"), name: from } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });
});

describe("a body", () => {
  it.each<[string, unknown, string]>([
    ["that is not JSON", "{", ""],
    ["that is missing", undefined, ""],
    ["of another type", [], ""],
    ["without a field", { name: "x" }, "key"],
    ["with a field of another type", { ...site, name: 5 }, "name"],
    ["with a field too many", { ...site, practice: true }, "practice"],
    ["with an empty name", { ...site, name: "  " }, "name"],
    ["with a parameter that looks like an option", { ...site, parameters: { host: "-rf" } }, "parameters.host"],
    ["with a parameter whose name is no name", { ...site, parameters: { "A B": "x" } }, "parameters.A B"],
    [
      "with more in its parameters than runs should carry",
      { ...site, parameters: { a: muchText, b: muchText } },
      "parameters",
    ],
    ["with NUL in a text", { ...site, place: "a\0b" }, "place"],
    ["with half of a character pair", { ...site, parameters: { host: ["\ud83d"] } }, "parameters.host.0"],
  ])("%s is refused, and the field named", async (_, body, path) => {
    const refusal = await problem(send({ body }));
    expect(refusal).toMatchObject({ code: "invalid_request", status: 400, detail: expect.stringMatching(/.{10}/) });
    expect(refusal.issues?.map((issue) => issue.path) ?? [""]).toContain(path);
  });

  it("may be nested deeper than the stack, and is refused like any other", async () => {
    const deep = `{"key":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
    expect(await problem(send({ body: deep }))).toMatchObject({ code: "invalid_request" });
  });

  it("of more than 2 MiB is refused before it is read to its end", async () => {
    const body = JSON.stringify({ ...site, place: "x".repeat(2 * 1_048_576) });
    expect(await problem(send({ body }))).toMatchObject({ code: "too_large", status: 413 });
  });

  it("of more than 16 KiB is refused from somebody who is not signed in", async () => {
    const body = { email: "sam@example.com", password: "x".repeat(16_384) };
    expect(await problem(call(signIn, { method: "POST", body }))).toMatchObject({ code: "too_large", status: 413 });
  });

  it("of very many wrong fields is answered with some of them", async () => {
    const many = (value: unknown) => Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`A${i}`, value]));
    for (const body of [many(1), { ...site, parameters: many("x") }, { ...site, parameters: many(5) }]) {
      expect((await problem(send({ body }))).issues).toHaveLength(50);
    }
  });

  it("is not looked at before it is known who sends it, and whether they may", async () => {
    const auditor = await cookieOf(await person("auditor"));
    expect(await problem(send({ body: "{", cookie: "" }))).toMatchObject({ code: "unauthenticated", status: 401 });
    expect(await problem(send({ body: "{", cookie: auditor }))).toMatchObject({ code: "forbidden", status: 403 });
  });

  it("with a password that is too short says what is needed", async () => {
    const body = { name: "Sam", email: "sam@example.com", role: "operator", password: "short" };
    const refusal = await problem(call(createUser, { method: "POST", cookie, body }));
    expect(refusal.issues).toEqual([{ path: "password", message: "at least 12 characters" }]);
  });
});

describe("an address", () => {
  it("that does not exist is a problem, for every method", async () => {
    for (const handler of [noSuchGet, noSuchPost]) {
      expect(await problem(handler(new Request("http://127.0.0.1:3000/api/nothing")))).toMatchObject({
        code: "not_found",
        detail: expect.stringContaining("/api/nothing"),
      });
    }
  });

  it("with NUL in its query is refused", async () => {
    const refusal = await problem(call(listRuns, { path: "/api/runs?text=a%00b", cookie }));
    expect(refusal).toMatchObject({ code: "invalid_request", issues: [{ path: "text" }] });
  });

  it.each(["abc", "1.5", "-1", "1e12", "99999999999"])("that continues after %s is refused", async (after) => {
    const run = await started(await person("commander"), chain(1));
    const runs = call(listRuns, { path: `/api/runs?after=${after}`, cookie });
    const log = call(getLog, { path: `/api/runs/x/log?after=${after}`, params: { id: run.id }, cookie });
    const versions = call(listProcedures, { path: `/api/procedures?key=chain&after=${after}`, cookie });
    for (const answer of [runs, log, versions]) {
      expect(await problem(answer)).toMatchObject({ code: "invalid_request", issues: [{ path: "after" }] });
    }
  });

  it("with a limit out of bounds is refused", async () => {
    const refusal = await problem(call(listRuns, { path: "/api/runs?limit=1000", cookie }));
    expect(refusal).toMatchObject({ code: "invalid_request", issues: [{ path: "limit" }] });
  });
});
