import "server-only";
import { ChannelFormat } from "#lib/domain/notify/formats.ts";
import { Message } from "#lib/domain/notify/message.ts";
import { secondsUntilNextTry } from "#lib/domain/notify/retry.ts";
import { database } from "#lib/server/db.ts";
import { log } from "#lib/server/log.ts";
import { openAddress, openSecret } from "#lib/server/notify/channel-secrets.ts";
import { asKept } from "#lib/server/notify/kept-failure.ts";
import type { Outcome } from "#lib/server/notify/outcome.ts";
import { postMessage } from "#lib/server/notify/post-message.ts";
import { noteTry, type Tried } from "#lib/server/notify/reach.ts";
import { sendMail } from "#lib/server/notify/send-mail.ts";

/**
 * So many are on their way at once to channels, to one at most some of them, and to one whose last try failed a single one:
 * those that hang hold up no other. The mail server, which many people are reached by, has places of its own.
 */
const MOST_AT_ONCE = { channels: 16, mail: 4 } as const;
const MOST_AT_ONE = 4;
const MOST_AT_FAILING = 1;
type Way = keyof typeof MOST_AT_ONCE;
/** So long one stays with who sends it. */
const CLAIM_SECONDS = 60;

type Claimed = {
  id: string;
  email: string | null;
  channel: string | null;
  format: string | null;
  address: string | null;
  secret: string | null;
  message: unknown;
  tries: number;
  /** The person was deactivated, or the channel switched off, since it was written down. */
  unwanted: boolean;
};

const underWay: Record<Way, number> = { channels: 0, mail: 0 };

/**
 * Sends all that is due, those first that were tried least, and notes what became of each. Whoever dies between sending
 * and noting leaves it claimed for a minute, and then it is sent once more. Answers how many were tried.
 */
export async function sendDue(): Promise<number> {
  const [channels, mail] = await Promise.all([sendBy("channels"), sendBy("mail")]);
  return channels + mail;
}

async function sendBy(way: Way): Promise<number> {
  for (let tried = 0; ; ) {
    const claimed = await claimDue(way, MOST_AT_ONCE[way] - underWay[way]);
    if (claimed.length === 0) return tried;
    underWay[way] += claimed.length;
    await Promise.all(claimed.map((one) => deliver(one).finally(() => underWay[way]--)));
    tried += claimed.length;
  }
}

/** Sends this one now, due or not. */
export async function sendNow(id: string): Promise<void> {
  await Promise.all((await claim([id])).map(deliver));
}

/** Counted by receiver, with what is on its way there already. */
async function claimDue(way: Way, most: number): Promise<Claimed[]> {
  if (most <= 0) return [];
  const { rows } = await database().pool.query<{ id: string }>(
    `select id from (
       select waiting.*, row_number() over (partition by channel_id order by free, tries, next_at) as place,
         case when c.failing_since is null then $3::int else $4::int end as places
       from (
         select id, channel_id, tries, next_at, coalesce(claimed_until < clock_timestamp(), true) as free
         from notice_delivery
         where state = 'waiting' and next_at <= clock_timestamp() and (channel_id is null) = $2) waiting
       left join notice_channel c on c.id = waiting.channel_id) ranked
     where free and place <= places order by tries, next_at limit $1`,
    [most, way === "mail", MOST_AT_ONE, MOST_AT_FAILING],
  );
  return rows.length === 0 ? [] : claim(rows.map(({ id }) => id));
}

/** Claims those of them that still wait and that nobody else has claimed. */
async function claim(ids: readonly string[]): Promise<Claimed[]> {
  const { rows } = await database().pool.query<Claimed>(
    `with due as (
       update notice_delivery set tries = tries + 1, claimed_until = clock_timestamp() + make_interval(secs => $2)
       where id in (
         select id from notice_delivery
         where id = any($1::uuid[]) and state = 'waiting'
           and (claimed_until is null or claimed_until < clock_timestamp())
         for update skip locked)
       returning *)
     select due.id, due.email, due.message, due.tries, c.id as channel, c.format, c.address, c.secret,
       coalesce(c.disabled_at, u.disabled_at) is not null as unwanted
     from due left join notice_channel c on c.id = due.channel_id left join app_user u on u.id = due.user_id`,
    [ids, CLAIM_SECONDS],
  );
  return rows;
}

async function deliver(one: Claimed): Promise<void> {
  try {
    const outcome = await attempt(one);
    await note(one, outcome);
    if (!one.unwanted) await noteTry(triedBy(one), outcome);
  } catch (error) {
    log.error({ error, delivery: one.id }, "what became of a message could not be noted");
  }
}

const triedBy = ({ channel, address }: Claimed): Tried =>
  channel === null || address === null ? "mail" : { channel, address };

async function attempt({ id, email, format, address, secret, ...rest }: Claimed): Promise<Outcome> {
  if (rest.unwanted) return { kind: "refused", why: { code: "unwanted" } };
  try {
    const message = Message.parse(rest.message);
    if (email !== null) return await sendMail({ id, to: email, message });
    const opened = { address: openAddress(address ?? ""), secret: secret === null ? null : openSecret(secret) };
    return await postMessage({ id, format: ChannelFormat.parse(format), message, ...opened });
  } catch (error) {
    log.error({ error, delivery: id }, "a message could not be sent");
    return { kind: "failed", why: { code: "not_ready" } };
  }
}

async function note({ id, tries }: Claimed, outcome: Outcome): Promise<void> {
  const { state, seconds } = whatNext(outcome, tries);
  await database().pool.query(
    `update notice_delivery set claimed_until = null, state = $3, last_error = $4,
       next_at = clock_timestamp() + make_interval(secs => $5),
       ended_at = case when $3 = 'waiting' then null else clock_timestamp() end
     where id = $1 and tries = $2 and state = 'waiting'`,
    [id, tries, state, outcome.kind === "delivered" ? null : asKept(outcome.why), seconds],
  );
  if (state === "given_up") log.warn({ delivery: id, tries, outcome }, "a message was given up");
}

function whatNext(outcome: Outcome, tries: number): { state: string; seconds: number } {
  if (outcome.kind === "delivered") return { state: "delivered", seconds: 0 };
  const seconds = outcome.kind === "refused" ? null : secondsUntilNextTry(tries, Math.random());
  return seconds === null ? { state: "given_up", seconds: 0 } : { state: "waiting", seconds };
}
