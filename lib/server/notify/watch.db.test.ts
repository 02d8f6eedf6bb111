import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { testMessage } from "#lib/domain/notify/message.ts";
import { db } from "#lib/server/db.ts";
import { forgetOld } from "#lib/server/notify/watch.ts";
import { person } from "#lib/server/testing/runs.ts";

it("forgets what ended more than 30 days ago, and never what still waits", async () => {
  const { id: userId } = await person("operator");
  const message = testMessage(new Date().toISOString(), "Mei Mori");
  const written = async (state: "delivered" | "given_up" | "waiting", days: number) => {
    const id = randomUUID();
    const then = new Date(Date.now() - days * 86_400_000);
    const ended = state === "waiting" ? {} : { endedAt: then };
    const data = { id, userId, email: "olga@example.com", message, state, createdAt: then, nextAt: then, ...ended };
    await db().noticeDelivery.create({ data });
    return id;
  };
  const [delivered, givenUp] = [await written("delivered", 31), await written("given_up", 31)];
  const kept = [await written("delivered", 29), await written("given_up", 29), await written("waiting", 31)];
  await forgetOld();
  const found = await db().noticeDelivery.findMany({ where: { id: { in: [delivered, givenUp, ...kept] } } });
  expect(found.map(({ id }) => id).sort()).toEqual(kept.sort());
});
