import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { database, db } from "#lib/server/db.ts";
import { createChannel } from "#lib/server/notify/channels.ts";
import { sendDue } from "#lib/server/notify/send-due.ts";
import { startReceiver } from "#lib/server/testing/receiver.ts";
import { person } from "#lib/server/testing/runs.ts";

const SENDER = `const { sendDue } = await import("#lib/server/notify/send-due.ts"); await sendDue();`;

it("a sender that is killed between sending and noting leaves it to be sent once more, with the same id", async () => {
  const receiver = await startReceiver();
  receiver.answers = "never";
  const { channel } = await createChannel(await person("administrator"), {
    name: "Pager",
    format: "webhook",
    address: receiver.address,
    kinds: ["run_changed"],
    drills: true,
    locale: "en",
    zone: "UTC",
  });
  const message = { type: "run_changed", at: "2026-01-01T00:00:00.000Z", subject: "LIVE R-0001", lines: [], path: "/" };
  const { id } = await db().noticeDelivery.create({
    data: { id: "01890000-0000-7000-8000-000000000001", channelId: channel.id, message },
  });
  const args = ["--conditions=react-server", "--input-type=module", "-e", SENDER];
  const sender = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });
  await expect.poll(() => receiver.posts.length, { timeout: 15_000 }).toBe(1);
  sender.kill("SIGKILL");
  await once(sender, "exit");
  receiver.answers = 204;

  expect(await sendDue()).toBe(0);
  await database().pool.query("update notice_delivery set claimed_until = now() - interval '1 s'");
  await Promise.all([sendDue(), sendDue()]);
  expect(await sendDue()).toBe(0);
  expect(receiver.posts.map(({ headers }) => headers["webhook-id"])).toEqual([id, id]);
  expect(await db().noticeDelivery.findUnique({ where: { id } })).toMatchObject({ state: "delivered", tries: 2 });
  await receiver.stop();
});
