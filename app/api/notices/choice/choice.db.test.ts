import { expect, it } from "vitest";
import { GET, PUT } from "#app/api/notices/choice/route.ts";
import { call, cookieOf } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

const choice = { kinds: ["step_ready"], drills: true };

it("the zone of one's messages is none until it is chosen, stays where it is left out, and is refused by its name", async () => {
  const cookie = await cookieOf(await person("operator"));
  const zone = async () => (await (await call(GET, { cookie })).json()).zone;
  const choose = (more: object) => call(PUT, { method: "PUT", cookie, body: { ...choice, ...more } });
  expect(await zone()).toBeNull();
  expect((await choose({ zone: "Asia/Tokyo" })).status).toBe(200);
  expect((await choose({})).status).toBe(200);
  expect(await zone()).toBe("Asia/Tokyo");
  const refused = await choose({ zone: "Moon/Crater" });
  expect([refused.status, await refused.json()]).toEqual([
    400,
    expect.objectContaining({ issues: [{ path: "zone", message: 'must be a time zone such as "Asia/Tokyo"' }] }),
  ]);
  expect(await zone()).toBe("Asia/Tokyo");
});
