import { faultTold } from "#lib/server/fault-told.ts";
import "server-only";
import { createTransport } from "nodemailer";
import { mailText } from "#lib/domain/notify/formats.ts";
import type { Message } from "#lib/domain/notify/message.ts";
import { toReceiver } from "#lib/server/language.ts";
import { consoleAddress } from "#lib/server/notify/console-address.ts";
import { type MailSettings, mailSettings } from "#lib/server/notify/mail-settings.ts";
import type { Outcome } from "#lib/server/notify/outcome.ts";

const LONGEST_SILENCE_MILLISECONDS = 10_000;
/** Less than a message stays claimed: one that is still being sent is sent by nobody else. */
const LONGEST_MILLISECONDS = 45_000;

export type Mail = {
  /** Of the delivery; it makes the Message-ID, so that a message that came twice is known by it. */
  id: string;
  to: string;
  message: Message;
};

/** Hands one e-mail to the mail server. */
export async function sendMail(
  { id, to, message }: Mail,
  signal: AbortSignal = AbortSignal.timeout(LONGEST_MILLISECONDS),
): Promise<Outcome> {
  const settings = mailSettings();
  if (!settings) return { kind: "failed", why: { code: "no_mail_server" } };
  const base = consoleAddress();
  const transport = createTransport(options(settings));
  try {
    await transport.sendMail({
      from: settings.from,
      to: { name: "", address: to },
      subject: message.subject,
      text: toReceiver(message, () => mailText({ message, base })),
      messageId: `<${id}@${new URL(base).hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
      signal,
    });
    return { kind: "delivered" };
  } catch (error) {
    if (signal.aborted) return { kind: "failed", why: { code: "mail_slow" } };
    return outcomeOf(error);
  } finally {
    transport.close();
  }
}

const options = ({ from: _, auth, ...rest }: MailSettings) => ({
  ...rest,
  ...(auth && { auth }),
  connectionTimeout: LONGEST_SILENCE_MILLISECONDS,
  greetingTimeout: LONGEST_SILENCE_MILLISECONDS,
  socketTimeout: LONGEST_SILENCE_MILLISECONDS,
  dnsTimeout: LONGEST_SILENCE_MILLISECONDS,
  disableFileAccess: true,
  disableUrlAccess: true,
});

/**
 * For good is only that there is no such mailbox (RFC 3463: 5.1.x, said of the receiver). Whatever else a server refuses,
 * with 5xx too, somebody may put right: its rules, its list of hosts, a password.
 */
function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof Error)) throw error;
  const { code, responseCode, response, command } = error as Error & SmtpFault;
  if (responseCode === undefined)
    return { kind: "failed", why: { code: "mail_not_reached", detail: faultTold(error) } };
  if (code === "EAUTH") return { kind: "failed", why: { code: "mail_sign_in", detail: String(responseCode) } };
  const why = { code: "mail_answered", detail: (response ?? String(responseCode)).slice(0, 300) } as const;
  const noMailbox = /^RCPT\b/.test(command ?? "") && responseCode >= 500 && /^5\d\d[ -]5\.1\.\d/.test(response ?? "");
  return { kind: noMailbox ? "refused" : "failed", why };
}

type SmtpFault = { code?: string; responseCode?: number; response?: string; command?: string };
