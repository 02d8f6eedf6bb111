import type { Channel, NewChannel } from "#lib/contract/notices.ts";
import type { Person } from "#lib/domain/actor.ts";
import { database, db } from "#lib/server/db.ts";
import { createChannel } from "#lib/server/notify/channels.ts";
import type { Receiver } from "#lib/server/testing/receiver.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";

/** A webhook channel to that receiver, under a name of its own, that hears of what changes in runs and drills. */
export const channelTo = (
  { address }: Receiver,
  administrator: Person,
  more: Partial<NewChannel> = {},
): Promise<{ channel: Channel; secret: string | null }> =>
  createChannel(administrator, {
    ...{ name: `Channel ${uuidV7()}`, format: "webhook", kinds: ["run_changed"], drills: true, address },
    ...{ locale: "en", zone: "UTC" },
    ...more,
  });

/** As if the time of that delivery had come. */
export const due = (id: string) =>
  database().pool.query("update notice_delivery set next_at = now() - interval '1 ms' where id = $1", [id]);

export const stateOf = (id: string) => db().noticeDelivery.findUniqueOrThrow({ where: { id } });
