import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as session } from "#app/api/session/route.ts";
import { GET as callback } from "#app/api/sign-in/oidc/callback/route.ts";
import { GET as begin } from "#app/api/sign-in/oidc/route.ts";
import { db } from "#lib/server/db.ts";
import { changeUser, createUser, listUsers } from "#lib/server/people/users.ts";
import { passThrough } from "#lib/server/testing/open-id-provider.ts";
import { call, keptCookies } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";
import { BASE, withSingleSignOn } from "#lib/server/testing/single-sign-on.ts";

const provider = withSingleSignOn();

const start = (returnTo?: string) => {
  const query = returnTo === undefined ? "" : `?return=${encodeURIComponent(returnTo)}`;
  return call(begin, { path: `/api/sign-in/oidc${query}` });
};
const come = (address: string, cookie: string) => call(callback, { path: address.replace(BASE, ""), cookie });

/** There and back as that person; the answer of the console at the end. */
async function signIn(login: string, returnTo?: string): Promise<Response> {
  const begun = await start(returnTo);
  return come(await passThrough(begun.headers.get("location") ?? "", login), keptCookies(begun));
}

const whoIs = async (answer: Response) => (await (await call(session, { cookie: keptCookies(answer) })).json()).person;
const newName = () => `mei${randomUUID().slice(0, 8)}`;

describe("single sign-on", () => {
  it("makes an account at the first sign-in, with the role of the groups, and leads on", async () => {
    const name = newName();
    const answer = await signIn(`${name}+other+staff+dr-commanders`, "/runs/R-0042");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/runs/R-0042"]);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^device=/),
      expect.stringMatching(/^oidc=; Max-Age=0; /),
    ]);
    expect(await whoIs(answer)).toMatchObject({ name, email: `${name}@sso.example.com`, role: "commander" });
  });

  it("knows the person again, and gives the role that the groups have now", async () => {
    const name = newName();
    const subject = `${name}+staff`;
    const first = await whoIs(await signIn(subject));
    expect(first.role).toBe("auditor");
    vi.stubEnv("OIDC_ROLES", "staff=operator");
    vi.resetModules();
    const routes = {
      begin: (await import("#app/api/sign-in/oidc/route.ts")).GET,
      callback: (await import("#app/api/sign-in/oidc/callback/route.ts")).GET,
    };
    const begun = await call(routes.begin, { path: "/api/sign-in/oidc" });
    const back = await passThrough(begun.headers.get("location") ?? "", subject);
    const answer = await call(routes.callback, { path: back.replace(BASE, ""), cookie: keptCookies(begun) });
    expect(await whoIs(answer)).toMatchObject({ id: first.id, role: "operator" });
    vi.stubEnv("OIDC_ROLES", "dr-commanders=commander, staff=auditor");
  });

  it("sends code, proof and state, and nothing secret, in the address", async () => {
    const address = new URL((await start()).headers.get("location") ?? "");
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: `${BASE}/api/sign-in/oidc/callback`,
      state: expect.any(String),
      nonce: expect.any(String),
    });
    expect(address.href).not.toContain(encodeURIComponent(provider().clientSecret));
  });
});

it("Administrators see who comes by it, and who has no password to be given anew", async () => {
  const name = newName();
  const { id } = await whoIs(await signIn(`${name}+staff`));
  const local = await person("operator");
  const listed = async (userId: string) => (await listUsers()).users.find((user) => user.id === userId);
  expect(await listed(id)).toMatchObject({ singleSignOn: "single sign-on", password: false });
  expect(await listed(local.id)).toMatchObject({ singleSignOn: null });
});

describe("single sign-on lets nobody in", () => {
  it.each([
    ["no_role", () => `${newName()}+visitors`],
    ["no_email", () => "nobody+staff"],
  ])("for whom it says %s", async (problem, login) => {
    const answer = await signIn(login(), "/sites");
    expect(answer.headers.get("location")).toBe(`/sign-in?problem=${problem}&return=%2Fsites`);
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^oidc=; Max-Age=0; /)]);
  });

  it("as the owner of an account with the same e-mail address", async () => {
    const name = newName();
    const admin = await person("administrator");
    await createUser(admin, {
      name,
      email: `${name}@sso.example.com`,
      role: "operator",
      password: "correct horse battery",
    });
    expect((await signIn(`${name}+staff`)).headers.get("location")).toBe("/sign-in?problem=email_taken");
  });

  it("who is deactivated here", async () => {
    const login = `${newName()}+staff`;
    const { id } = await whoIs(await signIn(login));
    await changeUser(await person("administrator"), id, { disabled: true });
    expect((await signIn(login)).headers.get("location")).toBe("/sign-in?problem=deactivated");
    expect(await db().session.count({ where: { userId: id } })).toBe(0);
  });

  it("whose browser did not begin it, who has another's state, or twice with one code", async () => {
    const login = `${newName()}+staff`;
    const [mine, others] = [await start(), await start()];
    const address = await passThrough(mine.headers.get("location") ?? "", login);
    for (const cookie of ["", "oidc=made-up", keptCookies(others)]) {
      expect((await come(address, cookie)).headers.get("location")).toBe("/sign-in?problem=not_completed");
    }
    expect((await come(address, keptCookies(mine))).headers.get("location")).toBe("/");
    expect((await come(address, keptCookies(mine))).headers.get("location")).toBe("/sign-in?problem=not_completed");
  });

  it("whom the provider refuses", async () => {
    const begun = await start("/sites");
    const state = new URL(begun.headers.get("location") ?? "").searchParams.get("state");
    const address = `${BASE}/api/sign-in/oidc/callback?error=access_denied&state=${state}&iss=${encodeURIComponent(provider().issuer)}`;
    const answer = await come(address, keptCookies(begun));
    expect(answer.headers.get("location")).toBe("/sign-in?problem=refused&return=%2Fsites");
  });
});

describe("a provider that is away", () => {
  let silent: Server;

  beforeAll(async () => {
    silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    silent.closeAllConnections();
    silent.close();
  });

  it.each([
    ["refuses the connection", () => "http://127.0.0.1:1"],
    ["never answers", () => `http://127.0.0.1:${(silent.address() as AddressInfo).port}`],
  ])(
    "and %s leads back to the password",
    async (_, issuer) => {
      vi.stubEnv("OIDC_ISSUER", issuer());
      vi.resetModules();
      const { GET } = await import("#app/api/sign-in/oidc/route.ts");
      const answer = await call(GET, { path: "/api/sign-in/oidc" });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in?problem=provider_away"]);
    },
    20_000,
  );

  it("is none where none is configured", async () => {
    vi.stubEnv("OIDC_ISSUER", undefined);
    vi.resetModules();
    const { GET } = await import("#app/api/sign-in/oidc/route.ts");
    expect((await call(GET, { path: "/api/sign-in/oidc" })).status).toBe(404);
  });
});
