import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { NewChannel } from "#lib/contract/notices.ts";
import type { Person } from "#lib/domain/actor.ts";
import { testMessage } from "#lib/domain/notify/message.ts";
import { db } from "#lib/server/db.ts";
import { log } from "#lib/server/log.ts";
import { changeChannel, deleteChannel, listChannels } from "#lib/server/notify/channels.ts";
import { listDeliveries, sendAgain, testChannel } from "#lib/server/notify/deliveries.ts";
import { followRuns } from "#lib/server/notify/follow-runs.ts";
import { sendDue } from "#lib/server/notify/send-due.ts";
import { channelTo, due, stateOf } from "#lib/server/testing/channels.ts";
import { type Receiver, startReceiver } from "#lib/server/testing/receiver.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";

let receiver: Receiver;
let administrator: Person;

beforeAll(async () => {
  receiver = await startReceiver();
  administrator = await person("administrator", "Daichi Ueda");
  return async () => receiver.stop();
});

afterEach(() => {
  receiver.answers = 204;
  receiver.posts.length = 0;
});

const channel = (more: Partial<NewChannel> = {}) => channelTo(receiver, administrator, more);

describe("the state of a channel", () => {
  const reach = async (id: string) => (await listChannels()).channels.find((one) => one.id === id)?.reach;

  it("is what became of the last try, and never tried at a new address", async () => {
    const { channel: made } = await channel();
    const never = { deliveredAt: null, failingSince: null, failure: null };
    expect(await reach(made.id)).toEqual(never);
    await testChannel(administrator, made.id);
    const delivered = await reach(made.id);
    expect(delivered).toEqual({ ...never, deliveredAt: expect.any(String) });
    receiver.answers = 500;
    await testChannel(administrator, made.id);
    const failing = await reach(made.id);
    expect(failing).toEqual({ ...delivered, failingSince: expect.any(String), failure: "It answered 500." });
    receiver.answers = 404;
    await testChannel(administrator, made.id);
    expect(await reach(made.id)).toEqual({ ...failing, failure: "It answered 404." });
    receiver.answers = 204;
    await testChannel(administrator, made.id);
    expect(await reach(made.id)).toEqual({ ...never, deliveredAt: expect.any(String) });
    await changeChannel(administrator, made.id, { address: receiver.address });
    expect(await reach(made.id)).toEqual(never);
  });

  it("says nothing of a message that was not tried because the channel was off", async () => {
    const { channel: made } = await channel();
    const { id } = await db().noticeDelivery.create({
      data: { id: uuidV7(), channelId: made.id, message: testMessage(new Date().toISOString(), "Daichi") },
    });
    await db().noticeChannel.update({ where: { id: made.id }, data: { disabledAt: new Date() } });
    await sendDue();
    expect(await stateOf(id)).toMatchObject({ state: "given_up" });
    expect(await reach(made.id)).toMatchObject({ deliveredAt: null, failingSince: null });
  });
});

describe("a channel that is switched off", () => {
  it("while something is on its way there, is told what became of that, and gets nothing again", async () => {
    const slow = await startReceiver();
    slow.answers = "never";
    const { channel: made } = await channel({ address: slow.address });
    const sent = testChannel(administrator, made.id);
    await expect.poll(() => slow.posts.length).toBe(1);
    await changeChannel(administrator, made.id, { disabled: true });
    slow.answerNow(200);
    expect(await sent).toMatchObject({ state: "delivered", tries: 1, lastError: null });

    await changeChannel(administrator, made.id, { disabled: false });
    const failed = testChannel(administrator, made.id);
    await expect.poll(() => slow.posts.length).toBe(2);
    await changeChannel(administrator, made.id, { disabled: true });
    slow.answerNow(503);
    const { id } = await failed;
    await due(id);
    await sendDue();
    expect(await stateOf(id)).toMatchObject({ state: "given_up", lastError: JSON.stringify({ code: "unwanted" }) });
    expect(slow.posts).toHaveLength(2);
    await slow.stop();
  });
});

describe("a channel that is deleted", () => {
  it("is gone with its address and key, and what was sent stays under its name", async () => {
    const { channel: made } = await channel({ name: "Old pager" });
    const { id: sent } = await testChannel(administrator, made.id);
    receiver.answers = 500;
    const { id: waits } = await testChannel(administrator, made.id);
    const told = vi.spyOn(log, "info");
    await deleteChannel(administrator, made.id);
    expect(told).toHaveBeenCalledWith(
      { actor: administrator.id, channel: made.id, name: "Old pager" },
      "a channel was deleted",
    );
    told.mockRestore();
    expect((await listChannels()).channels.some(({ name }) => name === "Old pager")).toBe(false);
    const { deliveries } = await listDeliveries({ limit: 100 });
    const ofIt = deliveries.filter(({ to }) => to === "Old pager");
    expect(ofIt).toMatchObject([
      { id: waits, deleted: true, channel: null, state: "given_up", lastError: "The channel was deleted.", tries: 1 },
      { id: sent, deleted: true, channel: null, state: "delivered", lastError: null },
    ]);
    await due(waits);
    receiver.posts.length = 0;
    await sendDue();
    expect(receiver.posts).toEqual([]);
    const again = { code: "conflict", message: "Its channel was deleted." };
    await expect(sendAgain(administrator, waits)).rejects.toMatchObject(again);
    await expect(deleteChannel(administrator, made.id)).rejects.toMatchObject({ code: "not_found" });
    await channel({ name: "Old pager" });
  });

  it("while something is on its way there, says that it may have arrived", async () => {
    const slow = await startReceiver();
    slow.answers = "never";
    const { channel: made } = await channel({ address: slow.address });
    const sending = testChannel(administrator, made.id);
    await expect.poll(() => slow.posts.length).toBe(1);
    await deleteChannel(administrator, made.id);
    await slow.stop();
    expect(await sending).toMatchObject({
      state: "given_up",
      to: made.name,
      lastError: "The channel was deleted while this was on its way, so it may have arrived.",
    });
  });

  it("at the same time as it is written to, leaves no message waiting, and the run is told of at the next look", async () => {
    log.level = "silent"; // one of the two may come too late
    const commander = await person("commander", "Mei Mori");
    for (let round = 0; round < 5; round += 1) {
      const { channel: made } = await channel();
      await started(commander, chain(1));
      await Promise.all([followRuns(), deleteChannel(administrator, made.id)]);
      const { deliveries } = await listDeliveries({ limit: 100 });
      expect(deliveries.filter(({ to, state }) => to === made.name && state === "waiting")).toEqual([]);
      await followRuns();
      expect(await db().run.count({ where: { toldSeq: { lt: db().run.fields.seq } } })).toBe(0);
    }
  });
});
