import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { usualKinds } from "#lib/domain/notify/message.ts";
import { db } from "#lib/server/db.ts";
import { inLanguage } from "#lib/server/language.ts";
import { createChannel, deleteChannel } from "#lib/server/notify/channels.ts";
import { readChoice, setChoice } from "#lib/server/notify/choice.ts";
import { listDeliveries, sendTestMail, testChannel } from "#lib/server/notify/deliveries.ts";
import { followRuns } from "#lib/server/notify/follow-runs.ts";
import { sendDue } from "#lib/server/notify/send-due.ts";
import { beginSession } from "#lib/server/people/begin-session.ts";
import { setLanguage } from "#lib/server/people/language.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { type MailServer, startMailServer, textOf } from "#lib/server/testing/mail-server.ts";
import { type Receiver, startReceiver } from "#lib/server/testing/receiver.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

let server: MailServer;
let receiver: Receiver;
let commander: Person;

beforeAll(async () => {
  server = await startMailServer();
  receiver = await startReceiver();
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${server.port}`);
  vi.stubEnv("SMTP_FROM", "Switchover console <console@example.com>");
  commander = await person("commander", "Mei Mori");
  return async () => {
    await server.stop();
    await receiver.stop();
  };
});

const channel = (format: "slack" | "webhook", locale: "en" | "ja") =>
  createChannel(commander, {
    name: `${format} in ${locale}`,
    format,
    address: receiver.address,
    kinds: ["step_ready"],
    drills: true,
    locale,
    zone: locale === "ja" ? "Asia/Tokyo" : "UTC",
  });

/** What each receiver got of a run whose first step is these people's, by e-mail address. */
async function mailsOf(people: Person[]): Promise<Map<string, string>> {
  server.mails.length = 0;
  const run = await started(commander, chain(people.length));
  for (const [i, { id }] of people.entries())
    await execute(commander, run.id, { type: "step.assign", step: String(i + 1), to: { person: id } });
  for (const step of people.keys()) {
    await followRuns();
    if (step + 1 < people.length) {
      await execute(commander, run.id, { type: "step.start", step: String(step + 1) });
      await execute(commander, run.id, { type: "step.complete", step: String(step + 1) });
    }
  }
  await sendDue();
  return new Map(server.mails.map((mail) => [mail.to[0] ?? "", textOf(mail)]));
}

describe("a message", () => {
  it("is written in the language and zone of its person, in English and UTC where they chose none", async () => {
    const [jun, emi, ren] = [await person("operator"), await person("operator"), await person("operator")];
    await setLanguage(jun, "ja");
    await setLanguage(emi, "en");
    await setChoice(jun, { kinds: [...usualKinds], drills: true, zone: "Asia/Tokyo" });
    const mails = await mailsOf([jun, emi, ren]);
    const of = ({ id }: Person) => mails.get(`${id}@example.com`) ?? "";
    expect(of(jun)).toMatch(/^本番 R-\d{4} ステップ 1: /);
    expect(of(jun)).toContain("ステップ 1: Step 1\r\n");
    expect(of(jun)).toContain("受け取るメッセージは次の場所で選べます: http://127.0.0.1:3000/account");
    expect(of(jun)).toMatch(/\d UTC \([\d -]*\d\d:\d\d:\d\d JST\)/);
    expect(of(ren)).toMatch(/\d\d:\d\d:\d\d UTC\r\n/);
    expect(of(emi)).toMatch(/^LIVE R-\d{4}, step 2: ready to be started/);
    expect(of(ren)).toMatch(/^LIVE R-\d{4}, step 3: ready to be started/);
    expect(of(ren)).toContain("Which messages you get, you choose at");
  });

  it("is written in the language of the pages of the first sign-in, the test message too, until another is chosen", async () => {
    const sato = await person("operator");
    const signIn = (language?: string) => {
      const headers = { ...(language !== undefined && { "accept-language": language }) };
      return beginSession(new Request("http://127.0.0.1:3000/api/session", { headers }), {
        id: sato.id,
        email: `${sato.id}@example.com`,
      });
    };
    const known = async () => [
      (await readChoice(sato)).locale,
      (await inLanguage("ja", () => sendTestMail(sato))).locale,
    ];
    expect(await known(), "nobody said one yet").toEqual(["en", "en"]);
    await signIn();
    expect(await known(), "a program that says none chooses none").toEqual(["en", "en"]);
    await signIn("ja,en-US;q=0.7");
    await signIn("en-GB");
    expect(await known(), "of the first browser").toEqual(["ja", "ja"]);
    const mails = await mailsOf([sato]);
    expect(mails.get(`${sato.id}@example.com`)).toMatch(/^本番 R-\d{4} ステップ 1: /);
    await setLanguage(sato, "en");
    expect(await known()).toEqual(["en", "en"]);
  });

  it("is posted in the language and zone of its channel, whoever looks at it", async () => {
    const made = [await channel("slack", "ja"), await channel("webhook", "ja"), await channel("slack", "en")];
    receiver.posts.length = 0;
    for (const { channel: one } of made) await inLanguage("en", () => testChannel(commander, one.id));
    const bodies = receiver.posts.map(({ body }) => body);
    expect(bodies.map((body) => body.includes("切替コンソールのテストメッセージ"))).toEqual([true, true, false]);
    expect(bodies.map((body) => body.includes("コンソールで開く"))).toEqual([true, false, false]);
    expect(bodies.map((body) => /UTC \(.* JST\)/.test(body))).toEqual([true, false, false]);
    for (const { channel: one } of made) await deleteChannel(commander, one.id);
  });

  it("that failed says why in the language of whoever reads the list", async () => {
    const { channel: made } = await channel("webhook", "ja");
    receiver.answers = 404;
    await testChannel(commander, made.id);
    const why = async () => (await listDeliveries({ channel: made.id, limit: 1 })).deliveries[0]?.lastError;
    expect(await why()).toBe("It answered 404.");
    expect(await inLanguage("ja", why)).toBe("404 が返されました。");
    await db().noticeDelivery.updateMany({ where: { channelId: made.id }, data: { lastError: "It was so before." } });
    expect(await inLanguage("ja", why)).toBe("It was so before.");
  });
});
