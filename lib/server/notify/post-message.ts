import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { type ChannelFormat, channelBody } from "#lib/domain/notify/formats.ts";
import type { Message } from "#lib/domain/notify/message.ts";
import { toReceiver } from "#lib/server/language.ts";
import { consoleAddress } from "#lib/server/notify/console-address.ts";
import type { Outcome } from "#lib/server/notify/outcome.ts";
import { type Exchange, send } from "#lib/server/outgoing/send.ts";
import { AddressRefused, vettedAddress } from "#lib/server/outgoing/vetted-address.ts";

const LONGEST_MILLISECONDS = 10_000;

const SECRET_START = "whsec_";

/** A new key for the signatures of a webhook (https://www.standardwebhooks.com), 32 random bytes. */
export const newSigningSecret = (): string => SECRET_START + randomBytes(32).toString("base64");

export type Post = {
  /** Of the delivery: the same for each try, so that a receiver knows what it has had already. */
  id: string;
  format: ChannelFormat;
  address: string;
  secret: string | null;
  message: Message;
};

/** Posts one message to a channel. Redirects are not followed, and the address is vetted like that of an HTTP step. */
export async function postMessage(
  { id, format, address, secret, message }: Post,
  signal: AbortSignal = AbortSignal.timeout(LONGEST_MILLISECONDS),
): Promise<Outcome> {
  const url = new URL(address);
  const body = toReceiver(message, () => channelBody(format, { message, base: consoleAddress() }));
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const headers = {
    "content-type": "application/json",
    "user-agent": "switchover-console",
    ...(secret !== null && {
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": signature(secret, `${id}.${timestamp}.${body}`),
    }),
  };
  try {
    const vetted = await vettedAddress(url, url);
    return outcomeOf(await send({ method: "POST", url, address: vetted, headers, body, statusAlone: true }, signal));
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    return { kind: "failed", why: { code: "address_refused", detail: error.message } };
  }
}

const signature = (secret: string, signed: string): string =>
  `v1,${createHmac("sha256", Buffer.from(secret.slice(SECRET_START.length), "base64"))
    .update(signed)
    .digest("base64")}`;

/** What says that it will never be otherwise; a gateway answers anything else while what is behind it is replaced. */
const GONE = 410;

/** What the receiver wrote is not repeated: only its status is. */
function outcomeOf(exchange: Exchange): Outcome {
  switch (exchange.kind) {
    case "not_sent":
      return { kind: "failed", why: { code: "not_reached", detail: exchange.message } };
    case "lost":
      return { kind: "failed", why: { code: "no_answer", detail: exchange.message } };
    case "answer": {
      const { status } = exchange;
      const detail = String(status);
      if (status >= 200 && status < 300) return { kind: "delivered" };
      if (status >= 300 && status < 400) return { kind: "failed", why: { code: "redirected", detail } };
      return { kind: status === GONE ? "refused" : "failed", why: { code: "answered", detail } };
    }
  }
}
