import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { answerInLanguage, inLanguage, inZone } from "#lib/server/language.ts";
import { locale } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";
import { readersZone } from "#lib/words/zone.ts";

let server: Server;

beforeAll(async () => {
  answerInLanguage();
  server = createServer(async (request, response) => {
    await setImmediate();
    const field = z.string().safeParse(1).error?.issues[0]?.message ?? "";
    const other = await inLanguage(request.url === "/en" ? "en" : "ja", async () => {
      await setImmediate();
      return t("Overview");
    });
    const elsewhere = await inZone("Europe/Berlin", async () => {
      await setImmediate();
      return readersZone();
    });
    response.end(JSON.stringify([locale(), t("Overview"), other, /[ぁ-ん]/.test(field), readersZone(), elsewhere]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

const ask = async (path: string, headers: Record<string, string>): Promise<unknown> => {
  const { port } = server.address() as AddressInfo;
  return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).json();
};

test("Requests at once are each answered in their reader's language and zone, and what is told to another in the other's", async () => {
  const asked = Array.from({ length: 20 }, (_, i) => [
    ask("/en", { "accept-language": "ja", cookie: "zone=Asia%2FTokyo" }),
    ask("/ja", { cookie: "a=b; locale=en; zone=Moon%2FCrater; c=d", "accept-language": `ja;q=0.${(i % 9) + 1}` }),
    ask("/ja", {}),
  ]).flat();
  const answers = await Promise.all(asked);
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([
      JSON.stringify(["ja", "概況", "Overview", true, "Asia/Tokyo", "Europe/Berlin"]),
      JSON.stringify(["en", "Overview", "概況", false, "UTC", "Europe/Berlin"]),
    ]),
  );
  expect([locale(), readersZone()]).toEqual(["en", "UTC"]);
});
