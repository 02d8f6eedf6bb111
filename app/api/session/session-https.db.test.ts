import { expect, it, vi } from "vitest";
import { DELETE, GET, POST } from "#app/api/session/route.ts";
import { createUser } from "#lib/server/people/users.ts";
import { call, keptCookies } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

// In a file of its own: the address of the console is read once.
vi.stubEnv("BASE_URL", "https://console.example.com");

it("binds the session cookie to this host and to https", async () => {
  const password = "correct horse battery";
  const email = "sam@example.com";
  await createUser(await person("administrator"), { name: "Sam", email, role: "operator", password });
  const answer = await call(POST, { method: "POST", body: { email, password } });
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
    expect.stringMatching(/^__Host-device=[^;]+; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
  ]);
  const cookie = keptCookies(answer);
  expect(await (await call(GET, { cookie })).json()).toMatchObject({ person: { email } });
  const cleared = await call(DELETE, { method: "DELETE", cookie });
  expect(cleared.headers.getSetCookie()).toEqual([
    "__Host-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure",
  ]);
});
