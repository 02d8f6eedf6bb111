import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { inLanguage } from "#lib/server/language.ts";
import { listDeliveries, sendTestMail } from "#lib/server/notify/deliveries.ts";
import { reachOf } from "#lib/server/notify/reach.ts";
import { selfSigned } from "#lib/server/testing/certificate.ts";
import { type MailServer, startMailServer } from "#lib/server/testing/mail-server.ts";
import { person } from "#lib/server/testing/runs.ts";

/** A mail server of an organisation: it wants a name and a password, over TLS that an authority of their own vouches for. */

const login = { user: "console@example.com", pass: "p/w and more" };
const { key, cert } = selfSigned();
const authority = path.join(mkdtempSync(path.join(tmpdir(), "authority-")), "ca.pem");

let smtps: MailServer;
let starttls: MailServer;
let mei: Person;

beforeAll(async () => {
  writeFileSync(authority, cert);
  smtps = await startMailServer(0, { tls: { key, cert, secure: true }, login });
  starttls = await startMailServer(0, { tls: { key, cert, secure: false }, login });
  vi.stubEnv("SMTP_URL", urlOf(smtps, "smtps"));
  vi.stubEnv("SMTP_FROM", "Switchover console <console@example.com>");
  mei = await person("commander", "Mei Mori");
});

afterAll(async () => {
  await smtps.stop();
  await starttls.stop();
});

const urlOf = ({ port }: MailServer, protocol: "smtp" | "smtps", pass = login.pass) =>
  `${protocol}://${encodeURIComponent(login.user)}:${encodeURIComponent(pass)}@localhost:${port}`;

const SENDER = `const { sendTestMail } = await import("#lib/server/notify/deliveries.ts");
  await sendTestMail(JSON.parse(process.env.SENT_TO));
  process.exit(0);`;

/** What the list says of a test message that a console sends which was started with this authority, in English and Japanese. */
async function sentBy(SMTP_URL: string) {
  const args = ["--conditions=react-server", "--input-type=module", "-e", SENDER];
  const own = { SMTP_URL, NODE_EXTRA_CA_CERTS: authority, SENT_TO: JSON.stringify(mei) };
  const sender = spawn(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...own },
  });
  expect(await once(sender, "exit")).toEqual([0, null]);
  const newest = async () => (await listDeliveries({ limit: 1 })).deliveries[0];
  const { state, lastError } = (await newest()) ?? {};
  return { state, lastError, japanese: (await inLanguage("ja", newest))?.lastError };
}

it.each(["smtps", "smtp"] as const)(
  "is signed in to over TLS that NODE_EXTRA_CA_CERTS vouches for (%s)",
  async (protocol) => {
    const server = protocol === "smtps" ? smtps : starttls;
    expect(await sentBy(urlOf(server, protocol))).toMatchObject({ state: "delivered", lastError: null });
    expect(server.mails).toMatchObject([{ secure: true, user: login.user }]);
  },
);

it("that refuses the password is said so, and the message waits for somebody to put it right", async () => {
  const before = starttls.mails.length;
  expect(await sentBy(urlOf(starttls, "smtp", "wrong"))).toEqual({
    state: "waiting",
    lastError: "The mail server does not accept the sign-in: 535.",
    japanese: "メールサーバーがサインインを受け付けません: 535。",
  });
  expect(starttls.mails).toHaveLength(before);
  const place = `localhost:${starttls.port}`;
  const known = reachOf(await db().mailServer.findUnique({ where: { place } }));
  expect(known.failure).toBe("The mail server does not accept the sign-in: 535.");
});

it("that nobody trusted vouches for gets neither password nor message, and that is said", async () => {
  const sent = await sendTestMail(mei);
  expect(sent.state).toBe("waiting");
  expect(sent.lastError).toBe(
    "The mail server was not reached: nobody that is trusted has signed its certificate (DEPTH_ZERO_SELF_SIGNED_CERT).",
  );
});
