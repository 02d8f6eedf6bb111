import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { allEndpoints } from "#lib/contract/all-endpoints.ts";
import type { Access, AnyEndpoint } from "#lib/contract/endpoint.ts";
import { can } from "#lib/domain/grants.ts";
import { Role, TokenPermission } from "#lib/domain/roles.ts";
import { bearerOf, call, cookieOf, type Sent } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

const HERE = import.meta.dirname;
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

type Handler = Parameters<typeof call>[0];

const routeFiles = readdirSync(HERE, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts" && !file.startsWith("[...rest]"))
  .sort();

/** `/api/users/{id}` is served by `users/[id]/route.ts`. */
const fileOf = ({ path: address }: AnyEndpoint): string =>
  `${address.replace("/api/", "").replaceAll("{", "[").replaceAll("}", "]")}/route.ts`;

async function exported(file: string): Promise<Record<string, Handler>> {
  return await import(path.join(HERE, file));
}

/** Calls an endpoint with nothing that could succeed in changing anything. */
async function knock(
  endpoint: AnyEndpoint,
  { query = "", ...sent }: Pick<Sent, "cookie" | "headers"> & { query?: string } = {},
): Promise<Response> {
  const handler = (await exported(fileOf(endpoint)))[endpoint.method];
  if (!handler) throw new Error(`${fileOf(endpoint)} does not export ${endpoint.method}`);
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const params = Object.fromEntries(names.map((name) => [name, "01890000-0000-7000-8000-000000000000"]));
  return call(handler, { method: endpoint.method, path: endpoint.path + query, params, ...sent });
}

/** What follows may be refused, but neither for who asks nor by an error of ours. */
const letIn = (status: number): boolean => status < 500 && status !== 401 && status !== 403;

const mayCall = (role: Role, permission: Access): boolean =>
  permission === "public" || permission === "in_person" || can(role, permission);

const mayATokenCall = (role: Role, permission: Access): boolean =>
  permission === "public" || (TokenPermission.safeParse(permission).success && mayCall(role, permission));

describe("the routes", () => {
  it("are those of the contract, no fewer and no more", async () => {
    const allowed = await Promise.all(
      routeFiles.map(async (file) => {
        const handlers = await exported(file);
        expect(Object.keys(handlers).toSorted()).toEqual(METHODS.toSorted());
        const answer = await call(handlers.OPTIONS as Handler, { method: "OPTIONS" });
        const served = (answer.headers.get("allow") ?? "").split(", ");
        return served
          .filter((method) => method !== "HEAD" && method !== "OPTIONS")
          .map((method) => `${method} ${file}`);
      }),
    );
    const declared = allEndpoints.map(({ endpoint }) => `${endpoint.method} ${fileOf(endpoint)}`);
    expect(allowed.flat().toSorted()).toEqual(declared.toSorted());
    expect(new Set(declared).size).toBe(declared.length);
  });

  it.each(routeFiles)("refuse with a problem every method that %s has not", async (file) => {
    const handlers = await exported(file);
    const has = allEndpoints.filter(({ endpoint }) => fileOf(endpoint) === file).map(({ endpoint }) => endpoint.method);
    const others = METHODS.filter(
      (method) => method !== "OPTIONS" && method !== "HEAD" && !has.some((own) => own === method),
    );
    for (const method of others) {
      const answer = await call(handlers[method] as Handler, { method });
      expect([method, answer.status, answer.headers.get("content-type")]).toEqual([
        method,
        405,
        "application/problem+json",
      ]);
      expect(answer.headers.get("allow")?.split(", ")).toEqual(expect.arrayContaining(has));
      expect(await answer.json()).toMatchObject({ code: "method_not_allowed", status: 405 });
    }
  });
});

it("a stream, which no header goes with, is closed to such a page by its query", async () => {
  const streams = allEndpoints.filter(({ endpoint }) => endpoint.produces === "text/event-stream");
  expect(streams).toHaveLength(2);
  const [somebody, other] = [await person("operator"), await person("operator")];
  const cookie = await cookieOf(somebody);
  for (const { endpoint } of streams) {
    expect((await knock(endpoint, { cookie, query: `?reader=${somebody.id}` })).status).toSatisfy(letIn);
    expect((await knock(endpoint, { cookie, query: `?reader=${other.id}` })).status).toBe(401);
  }
});

describe.each(allEndpoints)("$name", ({ endpoint }) => {
  it("is closed to who is not signed in, unless it is public", async () => {
    const { status } = await knock(endpoint);
    if (endpoint.permission === "public") expect(status).toSatisfy(letIn);
    else expect(status).toBe(401);
  });

  it.each(Role.options)("is open to %s exactly as roles.ts says, with a session or with a token", async (role) => {
    const somebody = await person(role);
    const inPerson = await knock(endpoint, { cookie: await cookieOf(somebody) });
    if (mayCall(role, endpoint.permission)) expect(inPerson.status).toSatisfy(letIn);
    else expect(inPerson.status).toBe(403);
    const byToken = await knock(endpoint, { headers: await bearerOf(somebody) });
    if (mayATokenCall(role, endpoint.permission)) expect(byToken.status).toSatisfy(letIn);
    else expect(byToken.status).toBe(403);
  });

  it("is open to a token only for what the token may do", async () => {
    const administrator = await person("administrator");
    const others = TokenPermission.options.filter((permission) => permission !== endpoint.permission);
    const { status } = await knock(endpoint, { headers: await bearerOf(administrator, others) });
    if (endpoint.permission === "public") expect(status).toSatisfy(letIn);
    else expect(status).toBe(403);
  });

  it("is closed to a page of somebody who is not the one who is signed in now", async () => {
    const [somebody, other] = [await person("administrator"), await person("administrator")];
    const cookie = await cookieOf(somebody);
    const own = await knock(endpoint, { cookie, headers: { "x-reader": somebody.id } });
    expect(own.status).toSatisfy(letIn);
    const { status } = await knock(endpoint, { cookie, headers: { "x-reader": other.id } });
    if (endpoint.permission === "public") expect(status).toSatisfy(letIn);
    else expect(status).toBe(401);
  });

  it("takes no cookie in place of a bad token, and sets none for a token", async () => {
    const administrator = await person("administrator");
    const bad = { authorization: "Bearer swc_not-a-token" };
    const { status } = await knock(endpoint, { cookie: await cookieOf(administrator), headers: bad });
    if (endpoint.permission === "public") expect(status).toSatisfy(letIn);
    else expect(status).toBe(401);
    const answer = await knock(endpoint, { headers: await bearerOf(administrator) });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  const foreign = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "https://elsewhere.example" },
    { origin: "null" },
  ];
  it.runIf(endpoint.method !== "GET").each(foreign)("is closed to a page of another site, %o", async (headers) => {
    const administrator = await person("administrator");
    const answer = await knock(endpoint, { cookie: await cookieOf(administrator), headers });
    expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining({ code: "forbidden" })]);
  });

  it("is open to the console's own pages", async () => {
    const cookie = await cookieOf(await person("administrator"));
    const headers = { "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:3000" };
    expect((await knock(endpoint, { cookie, headers })).status).toSatisfy(letIn);
  });
});
