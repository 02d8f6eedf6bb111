import "server-only";
import { z } from "zod";
import type { Channel, ChannelChange, MailServer, NewChannel } from "#lib/contract/notices.ts";
import type { Person } from "#lib/domain/actor.ts";
import { ChannelFormat } from "#lib/domain/notify/formats.ts";
import { NoticeKind } from "#lib/domain/notify/message.ts";
import { db } from "#lib/server/db.ts";
import { duplicateOf } from "#lib/server/duplicate.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { sealAddress, sealSecret } from "#lib/server/notify/channel-secrets.ts";
import { asKept } from "#lib/server/notify/kept-failure.ts";
import { newSigningSecret } from "#lib/server/notify/post-message.ts";
import { reachOf, readMailServer } from "#lib/server/notify/reach.ts";
import { transaction } from "#lib/server/transaction.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { asLocale } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";
import { asZone, UTC } from "#lib/words/zone.ts";
import type { NoticeChannel as ChannelRow } from "#prisma/generated/client.ts";

/** More are a mistake, and the list is shown whole. */
const MOST = 50;

export async function listChannels(): Promise<{ mail: MailServer | null; channels: Channel[] }> {
  const [mail, rows] = await Promise.all([
    readMailServer(),
    db().noticeChannel.findMany({ orderBy: { name: "asc" }, take: MOST }),
  ]);
  return { mail, channels: rows.map(asChannel) };
}

/** Adds a channel. The key of a webhook is known only here and now. Throws `conflict` for a name that is taken. */
export async function createChannel(
  actor: Person,
  { address, ...asked }: NewChannel,
): Promise<{ channel: Channel; secret: string | null }> {
  if ((await db().noticeChannel.count()) >= MOST) {
    throw new AppError(
      "conflict",
      t("There are {count} channels. Change or delete one that is not used.", { count: MOST }),
    );
  }
  const secret = asked.format === "webhook" ? newSigningSecret() : null;
  const row = await unlessTaken(asked.name, () =>
    db().noticeChannel.create({
      data: {
        id: uuidV7(),
        ...asked,
        ...placeOf(address),
        secret: secret === null ? null : sealSecret(secret),
        createdBy: actor.name,
      },
    }),
  );
  log.info({ actor: actor.id, channel: row.id, host: row.host }, "a channel was added");
  return { channel: asChannel(row), secret };
}

/**
 * Changes a channel. What waits for one that is switched off is given up; of what is on its way there, whoever sends it
 * notes what became of it. Throws `not_found`, `conflict`.
 */
export async function changeChannel(actor: Person, id: string, change: ChannelChange): Promise<Channel> {
  const { seen, ...fields } = change;
  const { address, disabled, name, kinds, drills, locale, zone } = fields;
  const row = await unlessTaken(name ?? "", () =>
    db().$transaction(async (tx) => {
      const before = await tx.noticeChannel.findUnique({ where: { id } });
      if (!before) throw noSuchChannel();
      if (disabled) {
        await tx.$executeRaw`
          update notice_delivery set state = 'given_up', ended_at = clock_timestamp(),
            last_error = ${asKept({ code: "channel_off" })}
          where channel_id = ${id}::uuid and state = 'waiting'
            and (claimed_until is null or claimed_until < clock_timestamp())`;
      }
      const [changed] = await tx.noticeChannel.updateManyAndReturn({
        where: { id, ...(seen !== undefined && { updatedAt: seen }) },
        data: {
          ...(name !== undefined && { name }),
          ...(kinds !== undefined && { kinds: [...new Set(kinds)] }),
          ...(drills !== undefined && { drills }),
          ...(locale !== undefined && { locale }),
          ...(zone !== undefined && { zone }),
          ...(address !== undefined && { ...placeOf(address), ...neverTried }),
          ...(disabled !== undefined && { disabledAt: disabled ? (before.disabledAt ?? new Date()) : null }),
        },
      });
      if (!changed)
        throw new AppError("conflict", t("Somebody has changed this channel since you opened it. Open it again."));
      return changed;
    }),
  );
  log.info({ actor: actor.id, channel: id, changed: Object.keys(fields) }, "a channel was changed");
  return asChannel(row);
}

/**
 * Deletes a channel. What waits for it is given up, and what was sent to it keeps its name. Throws `not_found`. Whoever
 * writes a message for it at the same time comes before, or writes none.
 */
export async function deleteChannel(actor: Person, id: string): Promise<undefined> {
  const name = await transaction(async (tx) => {
    const { rows } = await tx.query<{ name: string }>("select name from notice_channel where id = $1 for update", [id]);
    const [found] = rows;
    if (!found) throw noSuchChannel();
    await tx.query(
      `update notice_delivery set channel_id = null, channel_name = $2, claimed_until = null,
         state = case state when 'waiting' then 'given_up' else state end,
         ended_at = coalesce(ended_at, clock_timestamp()),
         last_error = case
           when state <> 'waiting' then last_error
           when claimed_until > clock_timestamp() then $3 else $4 end
       where channel_id = $1`,
      [id, found.name, asKept({ code: "channel_deleted_on_its_way" }), asKept({ code: "channel_deleted" })],
    );
    await tx.query("delete from notice_channel where id = $1", [id]);
    return found.name;
  });
  log.info({ actor: actor.id, channel: id, name }, "a channel was deleted");
}

/** Gives a webhook a new key; the one before signs nothing from now on. Throws `not_found`, `conflict`. */
export async function renewSecret(actor: Person, id: string): Promise<{ secret: string }> {
  const secret = newSigningSecret();
  const { count } = await db().noticeChannel.updateMany({
    where: { id, format: "webhook" },
    data: { secret: sealSecret(secret) },
  });
  if (count === 0) {
    if (await db().noticeChannel.findUnique({ where: { id } })) {
      throw new AppError("conflict", t("Only what is sent to a webhook is signed."));
    }
    throw noSuchChannel();
  }
  log.info({ actor: actor.id, channel: id }, "a channel was given a new key");
  return { secret };
}

export const noSuchChannel = () => new AppError("not_found", t("There is no such channel."));

/** Of a new address nothing is known yet. */
const neverTried = { deliveredAt: null, failingSince: null, failure: null };

const placeOf = (address: string) => ({ address: sealAddress(address), host: new URL(address).host });

async function unlessTaken<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (duplicateOf(error) !== "notice_channel_name_key") throw error;
    const message = t("There is already a channel with the name {name}.", { name });
    throw new AppError("conflict", message, { issues: [{ path: "name", message }] });
  }
}

const asChannel = (row: ChannelRow): Channel => ({
  id: row.id,
  name: row.name,
  format: ChannelFormat.parse(row.format),
  host: row.host,
  kinds: z.array(NoticeKind).parse(row.kinds),
  drills: row.drills,
  locale: asLocale(row.locale) ?? "en",
  zone: asZone(row.zone) ?? UTC,
  createdAt: row.createdAt.toISOString(),
  createdBy: row.createdBy,
  updatedAt: row.updatedAt.toISOString(),
  disabledAt: row.disabledAt?.toISOString() ?? null,
  reach: reachOf(row),
});
