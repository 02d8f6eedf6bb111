import "server-only";
import type { Delivery } from "#lib/contract/notices.ts";
import { DeliveryState } from "#lib/contract/notices.ts";
import type { Person } from "#lib/domain/actor.ts";
import { Message, testMessage } from "#lib/domain/notify/message.ts";
import { database, db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { toReceiver } from "#lib/server/language.ts";
import { log } from "#lib/server/log.ts";
import { mailedIn } from "#lib/server/notify/audience.ts";
import { noSuchChannel } from "#lib/server/notify/channels.ts";
import { failureIn } from "#lib/server/notify/kept-failure.ts";
import { mailSettings } from "#lib/server/notify/mail-settings.ts";
import { sendNow } from "#lib/server/notify/send-due.ts";
import { type Page, pageOf } from "#lib/server/page.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { asLocale } from "#lib/words/language.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";
import { asZone, UTC } from "#lib/words/zone.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Filter = { channel?: string | undefined; state?: DeliveryState | undefined };

/** What was sent and what waits, the latest first. */
export async function listDeliveries({
  after,
  limit,
  channel,
  state,
}: Filter & Page): Promise<{ deliveries: Delivery[]; next: string | null }> {
  const rows = await db().noticeDelivery.findMany({
    where: {
      ...(after !== undefined && { id: { lt: idAfter(after) } }),
      ...(channel !== undefined && { channelId: channel }),
      ...(state !== undefined && { state }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    include: receiver,
  });
  const { page, next } = pageOf(rows, limit, ({ id }) => id);
  return { deliveries: page.map(asDelivery), next };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function idAfter(after: string): string {
  if (UUID.test(after)) return after;
  const message = t("is not the `next` of a page before");
  const faults = t("{name} {fault}", { name: "after", fault: message });
  throw new AppError("invalid_request", t("{faults}.", { faults }), { issues: [{ path: "after", message }] });
}

/** Sends oneself a message by e-mail, now. Throws `conflict` where no mail server is configured. */
export async function sendTestMail(person: Person): Promise<Delivery> {
  if (!mailSettings()) throw new AppError("conflict", t("No mail server is configured: SMTP_URL says which."));
  const { email, locale, zone } = await db().user.findUniqueOrThrow({
    where: { id: person.id },
    select: { email: true, locale: true, zone: true },
  });
  return sendTest(person, { userId: person.id, email }, mailedIn({ locale, zone }));
}

/** Sends a message to a channel, now. Throws `not_found`, `conflict` for one that is switched off. */
export async function testChannel(actor: Person, id: string): Promise<Delivery> {
  const channel = await db().noticeChannel.findUnique({ where: { id } });
  if (!channel) throw noSuchChannel();
  if (channel.disabledAt) throw new AppError("conflict", t("This channel is switched off. Switch it on first."));
  return sendTest(
    actor,
    { channelId: id },
    { locale: asLocale(channel.locale) ?? "en", zone: asZone(channel.zone) ?? UTC },
  );
}

/** So long what is sent by hand is due for nobody else, so that who sends it hears what became of it. */
const BY_HAND_SECONDS = 60;

async function sendTest(
  actor: Person,
  to: { channelId: string } | { userId: string; email: string },
  receiver: Pick<Message, "locale" | "zone">,
): Promise<Delivery> {
  const id = uuidV7();
  const message = toReceiver(receiver, () => testMessage(new Date().toISOString(), actor.name));
  const nextAt = new Date(Date.now() + BY_HAND_SECONDS * 1_000);
  await db().noticeDelivery.create({ data: { id, message, nextAt, ...to } });
  await sendNow(id);
  return readDelivery(id);
}

/** Sends once more what was given up, to the address that a person has now. Throws `not_found`, `conflict` for what was not given up. */
export async function sendAgain(actor: Person, id: string): Promise<Delivery> {
  const { rowCount } = await database().pool.query(
    `update notice_delivery d set state = 'waiting', tries = 0, ended_at = null, claimed_until = null,
       next_at = clock_timestamp() + make_interval(secs => $2),
       email = (select u.email from app_user u where u.id = d.user_id)
     where id = $1 and state = 'given_up' and channel_name is null
       and not exists (select from notice_channel c where c.id = d.channel_id and c.disabled_at is not null)`,
    [id, BY_HAND_SECONDS],
  );
  const found = await readDelivery(id);
  if (rowCount === 0)
    throw new AppError("conflict", found.deleted ? t("Its channel was deleted.") : t(refused[found.state]));
  log.info({ actor: actor.id, delivery: id }, "a message is sent again");
  await sendNow(id);
  return readDelivery(id);
}

const refused = {
  waiting: "It was not given up: it waits for its next try.",
  delivered: "It was delivered.",
  given_up: "Its channel is switched off. Switch it on first.",
} as const satisfies Record<DeliveryState, PlainSentence>;

const receiver = {
  channel: { select: { name: true } },
  user: { select: { name: true } },
} satisfies Prisma.NoticeDeliveryInclude;

async function readDelivery(id: string): Promise<Delivery> {
  const row = await db().noticeDelivery.findUnique({ where: { id }, include: receiver });
  if (!row) throw new AppError("not_found", t("There is no such message."));
  return asDelivery(row);
}

function asDelivery(row: Prisma.NoticeDeliveryGetPayload<{ include: typeof receiver }>): Delivery {
  const { type, subject, locale: language } = Message.parse(row.message);
  return {
    id: row.id,
    to: row.channel?.name ?? row.channelName ?? row.user?.name ?? "",
    channel: row.channelId,
    deleted: row.channelName !== null,
    type,
    subject,
    locale: language,
    state: DeliveryState.parse(row.state),
    tries: row.tries,
    lastError: row.lastError === null ? null : failureIn(row.lastError),
    nextAt: row.state === "waiting" ? row.nextAt.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
