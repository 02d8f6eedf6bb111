import { describe, expect, it } from "vitest";
import { PUT } from "#app/api/session/telephone/route.ts";
import { readTelephone } from "#lib/server/people/telephone.ts";
import { call, cookieOf } from "#lib/server/testing/requests.ts";
import { person } from "#lib/server/testing/runs.ts";

async function setting() {
  const operator = await person("operator");
  const cookie = await cookieOf(operator);
  const give = (telephone: unknown) => call(PUT, { method: "PUT", cookie, body: { telephone } });
  return { operator, give };
}

describe("one's own telephone number", () => {
  it.each([
    ["+81 3-1234-5678", "+81 3-1234-5678"],
    [" (0)30/12 34.56 ext. 12 ", "(0)30/12 34.56 ext. 12"],
    ["０３（１２３４）５６７８ 内線４０１", "03(1234)5678 内線401"],
    ["110", "110"],
  ])("%s is kept as it is written", async (written, kept) => {
    const { operator, give } = await setting();
    expect((await give(written)).status).toBe(204);
    expect(await readTelephone(operator)).toBe(kept);
  });

  it("is taken away with nothing in its place", async () => {
    const { operator, give } = await setting();
    await give("+81 3-1234-5678");
    expect((await give(" ")).status).toBe(204);
    expect(await readTelephone(operator)).toBeNull();
  });

  it.each(["call me", "3", "12 ext. twelve", "<b>12</b>", "javascript:12", "1".repeat(41)])(
    "is not %s, which names the field and changes nothing",
    async (written) => {
      const { operator, give } = await setting();
      await give("110");
      const answer = await give(written);
      expect([answer.status, (await answer.json()).issues]).toEqual([
        400,
        [expect.objectContaining({ path: "telephone" })],
      ]);
      expect(await readTelephone(operator)).toBe("110");
    },
  );

  it("asks who it is", async () => {
    expect((await call(PUT, { method: "PUT", body: { telephone: "110" } })).status).toBe(401);
  });
});
