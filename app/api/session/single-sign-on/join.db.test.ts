import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { GET as session } from "#app/api/session/route.ts";
import { POST as join } from "#app/api/session/single-sign-on/route.ts";
import { GET as callback } from "#app/api/sign-in/oidc/callback/route.ts";
import { GET as begin } from "#app/api/sign-in/oidc/route.ts";
import type { Person } from "#lib/domain/actor.ts";
import { createUser, listUsers } from "#lib/server/people/users.ts";
import { passThrough } from "#lib/server/testing/open-id-provider.ts";
import { call, cookieOf, keptCookies } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";
import { BASE, withSingleSignOn } from "#lib/server/testing/single-sign-on.ts";

const PASSWORD = "correct horse battery";
withSingleSignOn();

/** Somebody with a password from before single sign-on, under the address that the provider has of that name. */
async function fromBefore(): Promise<Person & { login: string }> {
  const name = `nao${randomUUID().slice(0, 8)}`;
  const given = { name, email: `${name}@sso.example.com`, role: "operator", password: PASSWORD } as const;
  const { id } = await createUser(await person("administrator"), given);
  return { kind: "person", id, name, role: "operator", login: `${name}+dr-commanders` };
}

const ask = (cookie: string, password = PASSWORD) => call(join, { method: "POST", cookie, body: { password } });

/** To the provider and back from there, as a browser that has these cookies. Where it is led in the end. */
async function goThere(path: string, login: string, cookie = ""): Promise<Response> {
  const begun = await call(begin, { path });
  const back = await passThrough(begun.headers.get("location") ?? "", login);
  return call(callback, { path: back.replace(BASE, ""), cookie: [keptCookies(begun), cookie].join("; ") });
}

const location = (answer: Response) => answer.headers.get("location");
const SIGN_IN = "/api/sign-in/oidc";

async function joined(
  { login, ...who }: Person & { login: string },
  cookie?: string,
  as = login,
): Promise<string | null> {
  const own = await cookieOf(who);
  const { path } = await (await ask(own)).json();
  return location(await goThere(path, as, cookie ?? own));
}

describe("who had a password here before", () => {
  it("lets themselves in by the provider too, with its role from then on", async () => {
    const nao = await fromBefore();
    expect(location(await goThere(SIGN_IN, nao.login)), "never by the address alone").toBe(
      "/sign-in?problem=email_taken",
    );
    expect(await joined(nao)).toBe("/account");
    const listed = (await listUsers()).users.find(({ id }) => id === nao.id);
    expect(listed).toMatchObject({ role: "commander", password: true, singleSignOn: "single sign-on" });
    const answer = await goThere(SIGN_IN, nao.login);
    const { person: signedIn } = await (await call(session, { cookie: keptCookies(answer) })).json();
    expect(signedIn).toMatchObject({ id: nao.id, role: "commander" });
    expect(await (await ask(await cookieOf(nao))).json(), "once").toMatchObject({ code: "conflict" });
  });

  it("shows the password first, and is still who is signed in afterwards", async () => {
    const [nao, other] = [await fromBefore(), await fromBefore()];
    expect((await ask(await cookieOf(nao), "a wrong password")).status).toBe(400);
    for (const cookie of ["", await cookieOf(other)])
      expect(await joined(nao, cookie)).toBe("/account?problem=not_completed");
    expect(location(await call(begin, { path: `${SIGN_IN}?join=made-up` }))).toBe("/account?problem=not_completed");
    expect(location(await goThere(SIGN_IN, nao.login))).toBe("/sign-in?problem=email_taken");
  });

  it("is joined to nobody who is in no group, or has an account here already", async () => {
    const [nao, taken] = [await fromBefore(), `mio${randomUUID().slice(0, 8)}+staff`];
    expect(location(await goThere(SIGN_IN, taken))).toBe("/");
    expect(await joined(nao, undefined, taken)).toBe("/account?problem=somebody_else");
    expect(await joined(nao, undefined, `${nao.name}+visitors`)).toBe("/account?problem=no_role");
    const listed = (await listUsers()).users.find(({ id }) => id === nao.id);
    expect(listed).toMatchObject({ role: "operator", singleSignOn: null });
  });
});
