import { z } from "zod";
import type { Message } from "#lib/domain/notify/message.ts";
import { t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

/** What a message looks like where it arrives. */

/** How a channel's receiver wants to be spoken to. */
export const ChannelFormat = z.enum(["webhook", "slack", "teams"]);
export type ChannelFormat = z.infer<typeof ChannelFormat>;

/** A message and the address of the console it leads to, without a slash at the end. */
export type Letter = { message: Message; base: string };

const linkOf = ({ message, base }: Letter): string => `${base}${message.path}`;

export const mailText = (letter: Letter): string =>
  [
    letter.message.subject,
    "",
    ...letter.message.lines,
    bothTimes(letter.message.at),
    "",
    linkOf(letter),
    "",
    t("Which messages you get, you choose at {address}", { address: `${letter.base}/account` }),
    "",
  ].join("\n");

export function channelBody(format: ChannelFormat, letter: Letter): string {
  switch (format) {
    case "webhook":
      return JSON.stringify(webhook(letter));
    case "slack":
      return JSON.stringify(slack(letter));
    case "teams":
      return JSON.stringify(teams(letter));
  }
}

/** The envelope of Standard Webhooks. */
const webhook = (letter: Letter) => {
  const { type, at: timestamp, subject, lines, about } = letter.message;
  return { type, timestamp, data: { subject, lines, link: linkOf(letter), ...about } };
};

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const shortened = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

/** As many of the first lines as there is room for, how many more there are, and the last, which names the procedure. */
function within(room: number, lines: readonly string[], sizeOf: (line: string) => number): readonly string[] {
  const sizes = (of: readonly string[]) => of.reduce((sum, line) => sum + sizeOf(line), 0);
  if (sizes(lines) <= room) return lines;
  const more = (kept: number) => t("and {count} more", { count: lines.length - 1 - kept });
  const last = lines.slice(-1);
  let left = room - sizes([more(0), ...last]);
  const kept = lines.slice(0, -1).findIndex((line) => {
    left -= sizeOf(line);
    return left < 0;
  });
  return [...lines.slice(0, kept), more(kept), ...last];
}

/** https://docs.slack.dev/reference/block-kit/blocks/section-block: what is longer is refused as a whole. */
const LONGEST_SECTION = 3_000;
/** Of at most 50 sections. A line that has no room left in one begins the next, so each but the last has two thirds of it. */
const LONGEST_TEXT = 90_000;
const LONGEST_LINE = 1_000;

const plain = (text: string) => ({
  type: "plain_text",
  text: shortened(text, LONGEST_SECTION),
  emoji: false,
});

/** As few sections as take all lines. */
function inSections(lines: readonly string[]): string[] {
  const sections: string[] = [];
  for (const line of lines) {
    const longer = sections.length > 0 ? `${sections.at(-1)}\n${line}` : line;
    if (sections.length > 0 && longer.length <= LONGEST_SECTION) sections[sections.length - 1] = longer;
    else sections.push(line);
  }
  return sections;
}

const lengthOf = (line: string): number => line.length + 1;

const slack = (letter: Letter) => {
  const { subject, at: when } = letter.message;
  const lines = letter.message.lines.map((line) => shortened(line, LONGEST_LINE));
  return {
    text: escaped(subject),
    blocks: [
      { type: "section", text: plain(subject) },
      ...inSections([...within(LONGEST_TEXT, lines, lengthOf), bothTimes(when)]).map((text) => ({
        type: "section",
        text: plain(text),
      })),
      {
        type: "section",
        text: { type: "mrkdwn", text: `<${escaped(linkOf(letter))}|${t("Open it in the console")}>` },
      },
    ],
  };
};

/** Runs of text, because a text block would read Markdown in it. */
const run = (text: string, more: object = {}) => ({
  type: "RichTextBlock",
  inlines: [{ type: "TextRun", text, ...more }],
});

/**
 * Of 28 KB (https://learn.microsoft.com/connectors/teams): what is larger is refused as a whole. It is counted as Teams
 * writes the card down itself, and there 24 KB were too many (MicrosoftDocs/msteams-docs#11274).
 */
const LARGEST_CARD = 20_000;

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

const teams = (letter: Letter) => {
  const lines = letter.message.lines.map((line) => shortened(line, LONGEST_LINE));
  const room = LARGEST_CARD - bytesOf(card(letter, []));
  return card(
    letter,
    within(room, lines, (line) => bytesOf(run(line)) + ",".length),
  );
};

/** What a webhook of Teams Workflows takes: one Adaptive Card. */
const card = (letter: Letter, lines: readonly string[]) => {
  const subject = shortened(letter.message.subject, LONGEST_LINE);
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          fallbackText: subject,
          body: [
            run(subject, { weight: "Bolder" }),
            ...[...lines, bothTimes(letter.message.at)].map((line) => run(line)),
          ],
          actions: [{ type: "Action.OpenUrl", title: t("Open it in the console"), url: linkOf(letter) }],
        },
      },
    ],
  };
};
