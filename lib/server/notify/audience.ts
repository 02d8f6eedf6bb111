import "server-only";
import { z } from "zod";
import type { Listener, Reader } from "#lib/domain/notify/addressed.ts";
import { NoticeKind, usualKinds } from "#lib/domain/notify/message.ts";
import { Role } from "#lib/domain/roles.ts";
import type { Heard } from "#lib/domain/run/decide/ruling.ts";
import { db } from "#lib/server/db.ts";
import { mailSettings } from "#lib/server/notify/mail-settings.ts";
import { asLocale } from "#lib/words/language.ts";
import { asZone, UTC } from "#lib/words/zone.ts";

export type Audience = { readers: Reader[]; listeners: Listener[] };

/** How a person is written to. */
export const mailedIn = ({ locale, zone }: { locale: string | null; zone: string | null }) => ({
  locale: asLocale(locale ?? undefined) ?? "en",
  zone: asZone(zone) ?? UTC,
});

const Kinds = z.array(NoticeKind);

/** Everybody who can be told something now: active people, where there is a mail server, and channels that are on. */
export async function readAudience(): Promise<Audience> {
  const [users, channels] = await Promise.all([
    db().user.findMany({ where: { disabledAt: null }, include: { noticeChoice: true } }),
    db().noticeChannel.findMany({ where: { disabledAt: null } }),
  ]);
  const hasMail = mailSettings() !== null;
  return {
    readers: users.map(({ id, name, email, role, groups, locale, zone, noticeChoice }) => ({
      person: { kind: "person", id, name, role: Role.parse(role), groups },
      email,
      kinds: hasMail ? (noticeChoice ? Kinds.parse(noticeChoice.kinds) : usualKinds) : [],
      drills: noticeChoice?.drills ?? true,
      ...mailedIn({ locale, zone }),
    })),
    listeners: channels.map(({ id, kinds, drills, format, locale, zone }) => ({
      channel: id,
      kinds: Kinds.parse(kinds),
      drills,
      each: format === "webhook",
      locale: asLocale(locale) ?? "en",
      zone: asZone(zone) ?? UTC,
    })),
  };
}

/** Everybody who is active, and whether they are told of such things by e-mail, also in drills. */
export async function whoHears(kind: NoticeKind): Promise<Heard[]> {
  const { readers } = await readAudience();
  return readers.map(({ person, kinds, drills }) => ({ person, hears: kinds.includes(kind), drills }));
}

/** Whether there is anybody to tell. */
export const isHeard = ({ readers, listeners }: Audience): boolean =>
  listeners.length > 0 || readers.some(({ kinds }) => kinds.length > 0);
