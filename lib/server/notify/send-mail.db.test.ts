import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { MOST_TRIES } from "#lib/domain/notify/retry.ts";
import { database, db } from "#lib/server/db.ts";
import { sendTestMail } from "#lib/server/notify/deliveries.ts";
import { mailSettings, readMailUrl } from "#lib/server/notify/mail-settings.ts";
import { readMailServer } from "#lib/server/notify/reach.ts";
import { sendDue } from "#lib/server/notify/send-due.ts";
import { sendMail } from "#lib/server/notify/send-mail.ts";
import {
  headersOf,
  type MailServer,
  startEndlessMailServer,
  startMailServer,
  textOf,
} from "#lib/server/testing/mail-server.ts";
import { ownPort } from "#lib/server/testing/ports.ts";
import { person } from "#lib/server/testing/runs.ts";

let server: MailServer;
let mei: Person;

beforeAll(async () => {
  server = await startMailServer(await ownPort());
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${server.port}`);
  vi.stubEnv("SMTP_FROM", "Switchover console <console@example.com>");
  mei = await person("commander", "Mei Mori");
  return async () => server.stop();
});

afterEach(() => {
  server.answer = null;
  server.mails.length = 0;
});

const at = "2026-01-01T00:00:05.000Z";
const message = {
  type: "decision_asked" as const,
  at,
  locale: "en" as const,
  zone: "Asia/Tokyo",
  subject: "DRILL R-0042, step 7: approve or reject",
  lines: ["Step 7: Activate the replica in Ōsaka", "Switchover"],
  path: "/runs/R-0042#step-7",
};

/** As if its time had come. */
const due = () =>
  database().pool.query("update notice_delivery set next_at = now() - interval '1 ms' where state = 'waiting'");
const stateOf = (id: string) => db().noticeDelivery.findUniqueOrThrow({ where: { id } });

describe("an e-mail", () => {
  it("says first whether it is a drill, then the run and what to do, and leads to the step", async () => {
    const outcome = await sendMail({ id: "id-1", to: "mei@example.com", message });
    expect(outcome).toEqual({ kind: "delivered" });
    const [mail] = server.mails;
    expect(mail?.to).toEqual(["mei@example.com"]);
    expect(mail && headersOf(mail)).toEqual(
      expect.arrayContaining([
        "Subject: DRILL R-0042, step 7: approve or reject",
        "From: Switchover console <console@example.com>",
        "To: mei@example.com",
        "Message-ID: <id-1@127.0.0.1>",
        "Auto-Submitted: auto-generated",
      ]),
    );
    const text = mail && textOf(mail);
    expect(text).toContain("Step 7: Activate the replica in Ōsaka");
    expect(text).toContain("http://127.0.0.1:3000/runs/R-0042#step-7");
    expect(text).toContain("2026-01-01 00:00:05 UTC (09:00:05 JST)");
  });

  it("takes no header and no receiver from a title or a name", async () => {
    const injected = "LIVE R-0042: started by Eve\r\nBcc: eve@example.com\r\n\r\nAnother body";
    const id = "id-2>\r\nBcc: eve@example.com";
    await sendMail({ id, to: "mei@example.com", message: { ...message, subject: injected } });
    const [mail] = server.mails;
    expect(mail?.to).toEqual(["mei@example.com"]);
    expect(mail && headersOf(mail).filter((header) => /^bcc/i.test(header))).toEqual([]);
    expect(mail && headersOf(mail).filter((header) => header.startsWith("Subject: "))).toHaveLength(1);
  });
});

describe("an e-mail that does not arrive", () => {
  it("because it is refused for good is given up at once, with what the server said", async () => {
    server.answer = { code: 550, text: "5.1.1 no such mailbox" };
    const tried = await sendTestMail(mei);
    expect(tried).toMatchObject({ state: "given_up", tries: 1, lastError: expect.stringContaining("no such mailbox") });
    await due();
    await sendDue();
    expect((await stateOf(tried.id)).tries).toBe(1);
  });

  it("because it is refused for now is tried again when its time has come, and not before", async () => {
    server.answer = { code: 451, text: "come back later" };
    const { id, state } = await sendTestMail(mei);
    expect(state).toBe("waiting");
    server.answer = null;
    await sendDue();
    expect(server.mails).toHaveLength(0);
    await due();
    await sendDue();
    expect(server.mails).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: "delivered", tries: 2, lastError: null });
  });

  it("waits while the server is down, and arrives when it is up again", async () => {
    const { port } = server;
    await server.stop();
    const { id, state, lastError } = await sendTestMail(mei);
    expect([state, lastError]).toEqual(["waiting", expect.stringContaining("was not reached")]);
    server = await startMailServer(port);
    await due();
    await sendDue();
    expect(server.mails).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: "delivered", tries: 2 });
  });

  it("is broken off when the server is never done with it, before anybody else may send it", async () => {
    const { port } = server;
    await server.stop();
    const stop = await startEndlessMailServer(port);
    const outcome = await sendMail({ id: "id-3", to: "mei@example.com", message }, AbortSignal.timeout(300));
    expect(outcome).toEqual({ kind: "failed", why: { code: "mail_slow" } });
    stop();
    server = await startMailServer(port);
  });

  it("is given up after the last try", async () => {
    server.answer = { code: 451, text: "come back later" };
    const { id } = await sendTestMail(mei);
    await database().pool.query("update notice_delivery set tries = $2 where id = $1", [id, MOST_TRIES - 1]);
    await due();
    await sendDue();
    expect(await stateOf(id)).toMatchObject({ state: "given_up", tries: MOST_TRIES });
  });

  it("is not sent to who was deactivated meanwhile", async () => {
    server.answer = { code: 451, text: "come back later" };
    const jun = await person("operator");
    const { id } = await sendTestMail(jun);
    server.answer = null;
    await db().user.update({ where: { id: jun.id }, data: { disabledAt: new Date() } });
    await due();
    await sendDue();
    expect(server.mails).toHaveLength(0);
    expect(await stateOf(id)).toMatchObject({ state: "given_up" });
  });
});

it.each([
  [554, "5.7.1 Relay access denied"],
  [550, "no such mailbox, or none just now"],
])("an e-mail that is refused for what somebody may put right, as in %d %s, is tried again", async (code, text) => {
  server.answer = { code, text };
  const { id, state } = await sendTestMail(mei);
  expect(state).toBe("waiting");
  server.answer = null;
  await due();
  await sendDue();
  expect(await stateOf(id)).toMatchObject({ state: "delivered", tries: 2 });
});

describe("the mail server", () => {
  it("is said to be as the last try there found it", async () => {
    const reach = async () => (await readMailServer())?.reach;
    const { port } = server;
    await sendTestMail(mei);
    expect(await reach()).toEqual({ deliveredAt: expect.any(String), failingSince: null, failure: null });
    await server.stop();
    await sendTestMail(mei);
    const failing = await reach();
    expect(failing?.failure).toMatch(/^The mail server was not reached: /);
    expect(Date.parse(failing?.failingSince ?? "")).toBeGreaterThan(Date.parse(failing?.deliveredAt ?? ""));
    await sendTestMail(mei);
    expect((await reach())?.failingSince).toBe(failing?.failingSince);
    server = await startMailServer(port);
    await sendTestMail(mei);
    expect(await reach()).toMatchObject({ failingSince: null, failure: null });
    expect((await readMailServer())?.place).toBe(`127.0.0.1:${port}`);
  });

  it("is signed in to over TLS alone, unless it is on this machine", () => {
    expect(readMailUrl("smtp://a%40b:p%2Fw@mail.example.com")).toEqual({
      host: "mail.example.com",
      port: 587,
      secure: false,
      requireTLS: true,
      auth: { user: "a@b", pass: "p/w" },
    });
    expect(readMailUrl("smtps://a:b@mail.example.com")).toMatchObject({ port: 465, secure: true });
    expect(readMailUrl("smtp://a:b@127.0.0.1:2525")).toMatchObject({ port: 2525, requireTLS: false });
    expect(mailSettings()).toMatchObject({ requireTLS: false, auth: undefined });
  });
});
