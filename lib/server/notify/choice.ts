import "server-only";
import { z } from "zod";
import type { NoticeChoice, OwnChoice } from "#lib/contract/notices.ts";
import type { Person } from "#lib/domain/actor.ts";
import { NoticeKind, usualKinds } from "#lib/domain/notify/message.ts";
import { db } from "#lib/server/db.ts";
import { mailedIn } from "#lib/server/notify/audience.ts";
import { mailSettings } from "#lib/server/notify/mail-settings.ts";
import { asZone } from "#lib/words/zone.ts";

/** What a person is told by e-mail: as they chose, else what is asked of them. */
export async function readChoice(person: Person): Promise<OwnChoice> {
  const { email, locale, zone, noticeChoice } = await db().user.findUniqueOrThrow({
    where: { id: person.id },
    select: { email: true, locale: true, zone: true, noticeChoice: true },
  });
  return {
    email,
    locale: mailedIn({ locale, zone }).locale,
    mail: mailSettings() !== null,
    kinds: noticeChoice ? z.array(NoticeKind).parse(noticeChoice.kinds) : [...usualKinds],
    drills: noticeChoice?.drills ?? true,
    zone: asZone(zone) ?? null,
  };
}

/** Chooses anew. What is on its way already still comes. */
export async function setChoice(person: Person, { kinds, drills, zone }: NoticeChoice): Promise<OwnChoice> {
  const choice = { kinds: [...new Set(kinds)], drills };
  const userId = person.id;
  await db().$transaction(async (tx) => {
    // When they were changed is about what an administrator changes.
    if (zone !== undefined) await tx.$executeRaw`update app_user set zone = ${zone} where id = ${userId}::uuid`;
    await tx.noticeChoice.upsert({ where: { userId }, create: { userId, ...choice }, update: choice });
  });
  return readChoice(person);
}
