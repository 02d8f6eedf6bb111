import type { Person } from "#lib/domain/actor.ts";
import type { NoticeKind } from "#lib/domain/notify/message.ts";
import type { Notice } from "#lib/domain/notify/notices.ts";
import type { Locale } from "#lib/words/language.ts";

/** What somebody, or a channel, wants to hear, in which language, and in which zone beside UTC. */
type Choice = { kinds: readonly NoticeKind[]; drills: boolean; locale: Locale; zone: string };

export type Reader = Choice & { person: Person; email: string };

export type Listener = Choice & {
  channel: string;
  /** A program listens there: it gets a message for each thing that happened. People get one for all that is told at once. */
  each: boolean;
};

/** Whom a message goes to: a person by e-mail, or a channel. */
export type Address = ({ person: string; email: string } | { channel: string; each: boolean }) & { zone: string };

/** Everybody who gets this notice. E-mail goes to those it is for, channels get what they listen to. */
export function addressed(notice: Notice, readers: readonly Reader[], listeners: readonly Listener[]): Address[] {
  const { to, first, message, about } = notice;
  const wants = ({ kinds, drills }: Choice) =>
    kinds.some((kind) => kind === message.type) && (drills || about.mode !== "drill");
  const isFor = ({ person }: Reader) => to === "everyone" || to.includes(person.id);
  return [
    ...readers
      .filter((reader) => isFor(reader) && wants(reader))
      .map(({ person, email, zone }) => ({ person: person.id, email, zone })),
    ...(first ? listeners.filter(wants).map(({ channel, each, zone }) => ({ channel, each, zone })) : []),
  ];
}
