import { expect, it, vi } from "vitest";
import { testMessage } from "#lib/domain/notify/message.ts";
import { db } from "#lib/server/db.ts";
import { changeChannel } from "#lib/server/notify/channels.ts";
import { sendDue } from "#lib/server/notify/send-due.ts";
import { channelTo } from "#lib/server/testing/channels.ts";
import { startMailServer } from "#lib/server/testing/mail-server.ts";
import { startReceiver } from "#lib/server/testing/receiver.ts";
import { person } from "#lib/server/testing/runs.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";

/** Less than a message that hangs takes its place. */
const WITHIN = { timeout: 5_000 };

it("several receivers that do not answer hold up neither the mail server nor, once a try there failed, another channel", async () => {
  const administrator = await person("administrator", "Daichi Ueda");
  const receiver = await startReceiver();
  const mails = await startMailServer();
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${mails.port}`);
  vi.stubEnv("SMTP_FROM", "console@example.com");
  const slow = await startReceiver();
  slow.answers = "never";
  const message = testMessage(new Date().toISOString(), "Daichi");
  const hung = await Promise.all(Array.from({ length: 5 }, () => channelTo(slow, administrator)));
  const toHung = (count: number) =>
    hung.flatMap(({ channel: { id: channelId } }) =>
      Array.from({ length: count }, () => ({ id: uuidV7(), channelId, message })),
    );
  await db().noticeDelivery.createMany({ data: toHung(4) });
  const sending = [sendDue()];
  await expect.poll(() => slow.posts.length, { ...WITHIN, message: "all places of channels are taken" }).toBe(16);
  const mail = { id: uuidV7(), userId: administrator.id, email: "daichi@example.com", message };
  await db().noticeDelivery.create({ data: mail });
  sending.push(sendDue());
  await expect.poll(() => mails.mails.length, WITHIN).toBe(1);

  await slow.stop();
  await Promise.all(sending);
  const slower = await startReceiver(Number(new URL(slow.address).port));
  slower.answers = "never";
  const { channel: free } = await channelTo(receiver, administrator);
  await db().noticeDelivery.createMany({ data: [...toHung(4), { id: uuidV7(), channelId: free.id, message }] });
  const again = sendDue();
  await expect.poll(() => receiver.posts.length, WITHIN).toBe(1);
  await expect.poll(() => slower.posts.length, { ...WITHIN, message: "one to each that failed" }).toBe(5);
  await Promise.all(hung.map(({ channel: { id } }) => changeChannel(administrator, id, { disabled: true })));
  await slower.stop();
  await again;
  await receiver.stop();
  await mails.stop();
});
