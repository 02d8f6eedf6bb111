import "server-only";
import { env } from "#lib/server/env.ts";

export type MailSettings = {
  host: string;
  port: number;
  /** TLS from the first byte, as opposed to STARTTLS. */
  secure: boolean;
  /** A password leaves this machine only over TLS. */
  requireTLS: boolean;
  auth: { user: string; pass: string } | undefined;
  from: string;
};

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/** The mail server as it is configured, or null. Throws a sentence that names the variable that is wrong. */
export function mailSettings(): MailSettings | null {
  const address = env("SMTP_URL");
  if (address === undefined) return null;
  const from = env("SMTP_FROM");
  if (from === undefined) throw new Error("SMTP_URL is set, and so SMTP_FROM has to be, the sender of the messages.");
  return { ...readMailUrl(address), from };
}

export function readMailUrl(address: string): Omit<MailSettings, "from"> {
  const { protocol, hostname, port, username, password } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, "");
  if (host === "") throw new Error("SMTP_URL names no host: it is like smtp://user:password@mail.example.com:587.");
  const secure = protocol === "smtps:";
  const auth = username === "" ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const requireTLS = !secure && auth !== undefined && !LOOPBACK.includes(host);
  return { host, port: port === "" ? (secure ? 465 : 587) : Number(port), secure, requireTLS, auth };
}
