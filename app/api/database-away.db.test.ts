import { createServer } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { GET as getHealth } from "#app/api/health/route.ts";
import { GET as getSession, POST as signIn } from "#app/api/session/route.ts";
import { POST as createSite, GET as listSites } from "#app/api/sites/route.ts";
import { Health } from "#lib/contract/health.ts";
import { Problem } from "#lib/contract/problem.ts";
import { env } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";
import { call, cookieFor } from "#lib/server/testing/requests.ts";

/** Where nobody listens: it was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

vi.stubEnv("DATABASE_URL", `postgresql://nobody:nothing@127.0.0.1:${await closedPort()}/nothing`);
log.level = "silent"; // what happens here is expected

const cookie = () => cookieFor("a-token-that-was-good", env("AUTH_SECRET"));

describe("while the database is away", () => {
  it.each([
    ["reading", () => call(listSites, { cookie: cookie() })],
    ["writing", () => call(createSite, { method: "POST", cookie: cookie(), body: { key: "a", name: "A" } })],
    ["asking who is signed in", () => call(getSession, { cookie: cookie() })],
    ["signing in", () => call(signIn, { method: "POST", body: { email: "a@example.com", password: "x" } })],
  ])("%s says that nothing is confirmed", async (_, ask) => {
    const answer = await ask();
    expect(Problem.parse(await answer.json())).toMatchObject({ status: 503, code: "not_saved" });
    expect(answer.status).toBe(503);
  });

  it("who has no session is still told to sign in", async () => {
    expect((await call(listSites)).status).toBe(401);
  });

  it("health still answers, and says so", async () => {
    const answer = await call(getHealth, { cookie: cookie() });
    expect(answer.status).toBe(200);
    expect(Health.parse(await answer.json())).toMatchObject({
      status: "degraded",
      database: { ok: false, milliseconds: null },
      workers: [],
    });
  });
});
