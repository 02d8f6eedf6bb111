import { createHmac } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { NewChannel } from "#lib/contract/notices.ts";
import type { Person } from "#lib/domain/actor.ts";
import { testMessage } from "#lib/domain/notify/message.ts";
import { database, db } from "#lib/server/db.ts";
import { changeChannel, listChannels, renewSecret } from "#lib/server/notify/channels.ts";
import { listDeliveries, sendAgain, testChannel } from "#lib/server/notify/deliveries.ts";
import { followRuns } from "#lib/server/notify/follow-runs.ts";
import { postMessage } from "#lib/server/notify/post-message.ts";
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

/** As a receiver does it, after https://www.standardwebhooks.com. */
function isSignedWith(secret: string, { headers, body }: Receiver["posts"][number]): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return headers["webhook-signature"] === `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

describe("a webhook", () => {
  it("gets what it listens to, signed with the key that was shown once", async () => {
    const { secret, channel: made } = await channel();
    expect(secret).toMatch(/^whsec_/);
    await started(await person("commander", "Mei Mori"), chain(1));
    await followRuns();
    await sendDue();
    const [post] = receiver.posts;
    if (!post) throw new Error("nothing was posted");
    expect(JSON.parse(post.body)).toMatchObject({
      type: "run_changed",
      data: { subject: expect.stringMatching(/^LIVE R-\d{4}: started by Mei Mori$/), mode: "live", seq: 2 },
    });
    expect(JSON.parse(post.body).data.link).toBe(`http://127.0.0.1:3000/runs/${JSON.parse(post.body).data.run}`);
    expect(isSignedWith(secret ?? "", post)).toBe(true);
    expect(isSignedWith(secret ?? "", { ...post, body: post.body.replace("LIVE", "DRILL") })).toBe(false);
    expect(Math.abs(Number(post.headers["webhook-timestamp"]) * 1_000 - Date.now())).toBeLessThan(60_000);
    const { deliveries } = await listDeliveries({ channel: made.id, limit: 10 });
    expect(deliveries).toMatchObject([{ to: made.name, type: "run_changed", state: "delivered", tries: 1 }]);
    await changeChannel(administrator, made.id, { disabled: true });
  });

  it("hears nothing of what happened before it was there", async () => {
    await started(await person("commander"), chain(1));
    await followRuns();
    expect(await db().run.count({ where: { toldSeq: { lt: db().run.fields.seq } } })).toBe(0);
    const { channel: made } = await channel();
    await followRuns();
    expect((await listDeliveries({ channel: made.id, limit: 10 })).deliveries).toEqual([]);
    await changeChannel(administrator, made.id, { disabled: true });
  });

  it("with a new key is signed with that alone", async () => {
    const { secret, channel: made } = await channel();
    const renewed = await renewSecret(administrator, made.id);
    await testChannel(administrator, made.id);
    const [post] = receiver.posts;
    expect(post && isSignedWith(renewed.secret, post)).toBe(true);
    expect(post && isSignedWith(secret ?? "", post)).toBe(false);
  });

  it("keeps address and key sealed in the database, and its address is never answered", async () => {
    const { secret, channel: made } = await channel({ address: `${receiver.address}?token=tiger` });
    const { rows } = await database().pool.query("select c::text as text from notice_channel c");
    expect(JSON.stringify(rows)).not.toContain("tiger");
    expect(JSON.stringify(rows)).not.toContain(secret?.slice(6));
    expect(JSON.stringify([made, await listChannels()])).not.toContain("tiger");
    expect((await testChannel(administrator, made.id)).state).toBe("delivered");
    expect(receiver.posts[0]?.path).toBe("/hook?token=tiger");
  });
});

describe("what is posted and not taken", () => {
  it.each([
    [500, "waiting", "It answered 500."],
    [429, "waiting", "It answered 429."],
    [404, "waiting", "It answered 404."],
    [302, "waiting", "It answered 302: redirects are not followed."],
    [410, "given_up", "It answered 410."],
  ])("after %i is %s", async (status, state, lastError) => {
    const { channel: made } = await channel();
    receiver.answers = status;
    expect(await testChannel(administrator, made.id)).toMatchObject({ state, lastError, tries: 1 });
    expect(receiver.posts.map(({ path }) => path)).toEqual(["/hook"]);
  });

  it("is tried again with the same id when its time has come, and not before", async () => {
    const { channel: made } = await channel();
    receiver.answers = 503;
    const { id } = await testChannel(administrator, made.id);
    receiver.answers = 204;
    await sendDue();
    expect(receiver.posts).toHaveLength(1);
    await due(id);
    await sendDue();
    expect(receiver.posts.map(({ headers }) => headers["webhook-id"])).toEqual([id, id]);
    expect(await stateOf(id)).toMatchObject({ state: "delivered", tries: 2 });
  });

  it("is taken as soon as its status says so, however long the receiver goes on", async () => {
    receiver.answers = "endless";
    const message = testMessage("2026-01-01T00:00:00.000Z", "Daichi");
    const post = { id: "1", format: "webhook", address: receiver.address, secret: null, message } as const;
    expect(await postMessage(post, AbortSignal.timeout(1_000))).toEqual({ kind: "delivered" });
  });

  it("because nobody answers in time may have arrived, and is tried again", async () => {
    receiver.answers = "never";
    const post = { id: "1", format: "webhook", address: receiver.address, secret: null } as const;
    const message = { type: "test", at: "2026-01-01T00:00:00.000Z", locale: "en", zone: "UTC", subject: "x" } as const;
    const outcome = await postMessage(
      { ...post, message: { ...message, lines: [], path: "/" } },
      AbortSignal.timeout(100),
    );
    expect(outcome).toEqual({ kind: "failed", why: { code: "no_answer", detail: "it was broken off" } });
  });

  it("is given up when the channel is switched off, and not sent again before it is on", async () => {
    const { channel: made } = await channel();
    receiver.answers = 500;
    const { id } = await testChannel(administrator, made.id);
    await changeChannel(administrator, made.id, { disabled: true });
    expect(await stateOf(id)).toMatchObject({ state: "given_up", lastError: JSON.stringify({ code: "channel_off" }) });
    await expect(testChannel(administrator, made.id)).rejects.toMatchObject({ code: "conflict" });
    await expect(sendAgain(administrator, id)).rejects.toMatchObject({ code: "conflict" });
    await changeChannel(administrator, made.id, { disabled: false });
    receiver.answers = 204;
    expect(await sendAgain(administrator, id)).toMatchObject({ state: "delivered", tries: 1 });
    await expect(sendAgain(administrator, id)).rejects.toMatchObject({
      code: "conflict",
      message: "It was delivered.",
    });
  });
});

it("what has failed often waits longer for its next try", async () => {
  const { channel: made } = await channel();
  const id = uuidV7();
  const message = testMessage(new Date().toISOString(), "Daichi");
  await db().noticeDelivery.create({ data: { id, channelId: made.id, message, tries: 3 } });
  receiver.answers = 503;
  const from = Date.now();
  await sendDue();
  const { state, tries, nextAt } = await stateOf(id);
  expect([state, tries]).toEqual(["waiting", 4]);
  const seconds = (nextAt.getTime() - from) / 1_000;
  // Of 135 seconds a fifth sooner or later, and what sending itself took.
  expect(seconds).toBeGreaterThan(107);
  expect(seconds).toBeLessThan(172);
});

it("who sends by hand is told what became of it, also while all that is due is sent", async () => {
  const { channel: made } = await channel();
  const tests = Array.from({ length: 12 }, () => testChannel(administrator, made.id));
  let sending = true;
  const watching = (async () => {
    while (sending) await sendDue();
  })();
  const states = (await Promise.all(tests)).map(({ state }) => state);
  sending = false;
  await watching;
  expect(states).toEqual(tests.map(() => "delivered"));
});

describe("a receiver that does not answer", () => {
  it("holds up no other", async () => {
    const slow = await startReceiver();
    slow.answers = "never";
    const { channel: blocked } = await channel({ address: slow.address });
    const { channel: free } = await channel();
    const wait = (channelId: string) => ({
      id: uuidV7(),
      channelId,
      message: testMessage(new Date().toISOString(), "Daichi"),
    });
    const data = Array.from({ length: 20 }, () => wait(blocked.id));
    await db().noticeDelivery.createMany({ data: [...data, ...[0, 1, 2].map(() => wait(free.id))] });
    const sending = [sendDue(), sendDue(), sendDue()];
    await expect.poll(() => receiver.posts.length).toBe(3);
    expect(slow.posts.length).toBeLessThanOrEqual(4);
    await changeChannel(administrator, blocked.id, { disabled: true });
    await slow.stop();
    await Promise.all(sending);
  });
});

describe("a channel", () => {
  it("has a name of its own, also when two are made or renamed at once", async () => {
    const made = await Promise.allSettled([channel({ name: "Duty" }), channel({ name: "Duty" })]);
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { channel: other } = await channel();
    await expect(changeChannel(administrator, other.id, { name: "Duty" })).rejects.toMatchObject({
      code: "conflict",
      extras: { issues: [{ path: "name" }] },
    });
  });

  it("of Slack or Teams is spoken to as they want it, without a signature", async () => {
    for (const format of ["slack", "teams"] as const) {
      const { channel: made, secret } = await channel({ format });
      expect(secret).toBeNull();
      await testChannel(administrator, made.id);
      await expect(renewSecret(administrator, made.id)).rejects.toMatchObject({ code: "conflict" });
    }
    const [slack, teams] = receiver.posts.map(({ body }) => JSON.parse(body));
    expect(slack).toMatchObject({ text: "Test message of the switchover console", blocks: expect.any(Array) });
    expect(teams).toMatchObject({
      type: "message",
      attachments: [{ contentType: "application/vnd.microsoft.card.adaptive" }],
    });
    expect(receiver.posts.every(({ headers }) => headers["webhook-signature"] === undefined)).toBe(true);
  });

  it("keeps what somebody else chose for it since it was looked at, whatever became of its messages", async () => {
    const { channel: made } = await channel();
    await testChannel(administrator, made.id);
    const seen = made.updatedAt;
    await changeChannel(administrator, made.id, { kinds: ["step_trouble", "break_glass"], seen });
    const late = changeChannel(administrator, made.id, { name: "Late", kinds: ["run_changed"], drills: false, seen });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      message: "Somebody has changed this channel since you opened it. Open it again.",
    });
    const kept = (await listChannels()).channels.find(({ id }) => id === made.id);
    expect(kept).toMatchObject({ name: made.name, kinds: ["step_trouble", "break_glass"], drills: true });
  });

  it("that is not there is not changed, tested or given a key", async () => {
    const none = "01890000-0000-7000-8000-000000000000";
    const asked = [
      () => changeChannel(administrator, none, { drills: false }),
      () => testChannel(administrator, none),
      () => renewSecret(administrator, none),
      () => sendAgain(administrator, none),
    ];
    for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: "not_found" });
  });
});
