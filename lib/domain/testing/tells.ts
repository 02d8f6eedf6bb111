import { type Notice, noticesOf } from "#lib/domain/notify/notices.ts";
import { adam, anna, chie, olga, type Play, paul } from "#lib/domain/testing/play.ts";

export const people = [chie, olga, paul, anna, adam];
const names = new Map(people.map(({ id, name }) => [id, name]));
export const whom = ({ to }: Notice) =>
  to === "everyone" ? "everyone" : to.map((id) => names.get(id) ?? id).join(" and ");

/** What is told of all that happened after `before`, a line each: whom, what about, and the subject. */
export function tells(before: Play, now: Play): string[] {
  const { notices } = noticesOf({ procedure: now.procedure, people }, before.run, now.log.slice(before.log.length));
  return notices.map((one) => `${whom(one)} | ${one.message.type} | ${one.message.subject}`);
}
