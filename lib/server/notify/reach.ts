import "server-only";
import type { MailServer, Reach } from "#lib/contract/notices.ts";
import { database, db } from "#lib/server/db.ts";
import { asKept, failureIn } from "#lib/server/notify/kept-failure.ts";
import { mailSettings } from "#lib/server/notify/mail-settings.ts";
import type { Outcome } from "#lib/server/notify/outcome.ts";

/** What a message was handed to: the mail server, or a channel at the address that it had then, sealed. */
export type Tried = "mail" | { channel: string; address: string };

/** Notes what became of a try. A channel whose address was changed meanwhile is another one by now. */
export async function noteTry(tried: Tried, outcome: Outcome): Promise<void> {
  const failure = outcome.kind === "delivered" ? null : asKept(outcome.why);
  if (tried !== "mail") {
    await database().pool.query(
      `update notice_channel set failure = $3::text,
         delivered_at = case when $3::text is null then clock_timestamp() else delivered_at end,
         failing_since = case when $3::text is null then null else coalesce(failing_since, clock_timestamp()) end
       where id = $1 and address = $2`,
      [tried.channel, tried.address, failure],
    );
    return;
  }
  const place = mailPlace();
  if (place === null) return;
  await database().pool.query(
    `insert into mail_server as known (place, delivered_at, failing_since, failure)
     values ($1, case when $2::text is null then clock_timestamp() end,
       case when $2::text is not null then clock_timestamp() end, $2)
     on conflict (place) do update set failure = excluded.failure,
       delivered_at = coalesce(excluded.delivered_at, known.delivered_at),
       failing_since = case when excluded.failure is not null
         then coalesce(known.failing_since, excluded.failing_since) end`,
    [place, failure],
  );
}

/** The mail server that is configured, and what became of the last tries there; null where there is none. */
export async function readMailServer(): Promise<MailServer | null> {
  const place = mailPlace();
  if (place === null) return null;
  return { place, reach: reachOf(await db().mailServer.findUnique({ where: { place } })) };
}

function mailPlace(): string | null {
  const settings = mailSettings();
  return settings && `${settings.host}:${settings.port}`;
}

type Kept = { deliveredAt: Date | null; failingSince: Date | null; failure: string | null };

export const reachOf = (kept: Kept | null): Reach => ({
  deliveredAt: kept?.deliveredAt?.toISOString() ?? null,
  failingSince: kept?.failingSince?.toISOString() ?? null,
  failure: kept?.failure ? failureIn(kept.failure) : null,
});
