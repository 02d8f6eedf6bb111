import { createHmac } from "node:crypto";
import { expect } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import type { ChannelFormat } from "#lib/domain/notify/formats.ts";
import { type MailServer, subjectOf, textOf } from "#lib/server/testing/mail-server.ts";
import type { Receiver } from "#lib/server/testing/receiver.ts";
import type { Locale } from "#lib/words/language.ts";

/** What somebody reads of the one message that arrived, taken apart as its receiver does. */

export const BASE = "https://console.example.com";

const open = { en: "Open it in the console", ja: "コンソールで開く" } as const;
const choose = { en: "Which messages you get, you choose at", ja: "受け取るメッセージは次の場所で選べます:" } as const;
/** The subject, the lines, the time, and where it leads. */
export type Read = { subject: string; lines: string[]; time: string; link: string };

const postsTo = ({ posts }: Receiver, format: ChannelFormat) => posts.filter(({ path }) => path === `/hook/${format}`);

export function mailTo({ mails }: MailServer, { id }: Person, locale: Locale): Read {
  const mine = mails.filter(({ to }) => to.includes(`${id}@example.com`));
  expect(mine).toHaveLength(1);
  const [mail] = mine;
  if (!mail) throw new Error("no mail");
  const [words = "", link = "", choosing, ...rest] = textOf(mail).trimEnd().split("\r\n\r\n").slice(1);
  expect(textOf(mail).split("\r\n\r\n")[0]).toBe(subjectOf(mail));
  expect([choosing, rest]).toEqual([`${choose[locale]} ${BASE}/account`, []]);
  const lines = words.split("\r\n");
  return { subject: subjectOf(mail), lines: lines.slice(0, -1), time: lines.at(-1) ?? "", link };
}

export function slackRead(receiver: Receiver, locale: Locale): Read {
  const posts = postsTo(receiver, "slack");
  expect(posts).toHaveLength(1);
  const { text, blocks } = JSON.parse(posts[0]?.body ?? "");
  const [subject = "", words = "", link = "", ...rest] = blocks.map(
    (block: { text: { text: string } }) => block.text.text,
  );
  expect(text).toBe(subject);
  expect(rest).toEqual([]);
  const [, address = "", name] = /^<(.*)\|(.*)>$/.exec(link) ?? [];
  expect(name).toBe(open[locale]);
  const lines = words.split("\n");
  return { subject, lines: lines.slice(0, -1), time: lines.at(-1) ?? "", link: address };
}

export function teamsRead(receiver: Receiver, locale: Locale): Read {
  const posts = postsTo(receiver, "teams");
  expect(posts).toHaveLength(1);
  const { body, actions, fallbackText } = JSON.parse(posts[0]?.body ?? "").attachments[0].content;
  const [subject = "", ...lines]: string[] = body.map((block: { inlines: { text: string }[] }) =>
    block.inlines.map(({ text }) => text).join(""),
  );
  expect(fallbackText).toBe(subject);
  expect(actions).toMatchObject([{ title: open[locale] }]);
  return { subject, lines: lines.slice(0, -1), time: lines.at(-1) ?? "", link: actions[0].url };
}

type Hook = { type: string; timestamp: string; data: { link: string } };

/** All that the program got, each of them signed with its key. */
export function hooks(receiver: Receiver, secret: string): Hook[] {
  return postsTo(receiver, "webhook").map(({ headers, body }) => {
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const mac = createHmac("sha256", key).update(signed).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${mac}`);
    expect(Math.abs(Number(headers["webhook-timestamp"]) * 1_000 - Date.now())).toBeLessThan(60_000);
    return JSON.parse(body);
  });
}
