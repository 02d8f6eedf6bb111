import { expect, it } from "vitest";
import { channelBody, mailText } from "#lib/domain/notify/formats.ts";
import type { Message } from "#lib/domain/notify/message.ts";
import { MOST_TRIES, secondsUntilNextTry } from "#lib/domain/notify/retry.ts";
import { UTC, zoneFrom } from "#lib/words/zone.ts";

const message: Message = {
  type: "run_changed",
  at: "2026-01-01T00:00:05.000Z",
  locale: "en",
  zone: "UTC",
  subject: "LIVE R-0042: started by <!channel> & [Eve](https://example.com)",
  lines: ["*A* procedure"],
  path: "/runs/R-0042",
};
const letter = { message, base: "https://console.example.com" };

it("an e-mail ends with where to go and where to choose", () => {
  expect(mailText(letter)).toBe(
    [
      "LIVE R-0042: started by <!channel> & [Eve](https://example.com)",
      "",
      "*A* procedure",
      "2026-01-01 00:00:05 UTC",
      "",
      "https://console.example.com/runs/R-0042",
      "",
      "Which messages you get, you choose at https://console.example.com/account",
      "",
    ].join("\n"),
  );
});

it("tells its receiver when it was in their zone beside UTC, and a program in UTC alone", () => {
  zoneFrom(() => "Asia/Tokyo");
  const [mail, slack, teams, webhook] = [
    mailText(letter),
    ...(["slack", "teams", "webhook"] as const).map((format) => channelBody(format, letter)),
  ];
  zoneFrom(() => UTC);
  for (const words of [mail, slack, teams]) expect(words).toContain("2026-01-01 00:00:05 UTC (09:00:05 JST)");
  expect(webhook).toContain('"timestamp":"2026-01-01T00:00:05.000Z"');
  expect(webhook).not.toContain("JST");
});

it("Slack is told nothing that it would read as markup or as a call to everybody", () => {
  const { text, blocks } = JSON.parse(channelBody("slack", letter));
  expect(text).toBe("LIVE R-0042: started by &lt;!channel&gt; &amp; [Eve](https://example.com)");
  expect(blocks.map((block: { text: { type: string } }) => block.text.type)).toEqual([
    "plain_text",
    "plain_text",
    "mrkdwn",
  ]);
  expect(blocks[2].text.text).toBe("<https://console.example.com/runs/R-0042|Open it in the console>");
});

it("Slack is told no more than it takes, so that a long question is not refused for good", () => {
  const subject = "Is the line up? ".repeat(300);
  const { blocks } = JSON.parse(channelBody("slack", { ...letter, message: { ...message, subject } }));
  expect(blocks[0].text.text).toHaveLength(3_000);
  expect(blocks[0].text.text.endsWith("…")).toBe(true);
});

it("Teams is told nothing that it would read as Markdown", () => {
  const { attachments } = JSON.parse(channelBody("teams", letter));
  const [{ content }] = attachments;
  expect(content.body.map(({ type }: { type: string }) => type)).toEqual(Array(3).fill("RichTextBlock"));
  expect(content.actions).toEqual([
    { type: "Action.OpenUrl", title: "Open it in the console", url: "https://console.example.com/runs/R-0042" },
  ]);
});

/** A message that lists so many steps, and the procedure. */
const listing = (count: number, title: string) => {
  const steps = Array.from({ length: count }, (_, i) => `Step ${i + 1}: ${title}`);
  return { ...letter, message: { ...message, lines: [...steps, "The procedure"] } };
};
const textsForTeams = (body: string): string[] =>
  JSON.parse(body).attachments[0].content.body.map(({ inlines }: { inlines: { text: string }[] }) => inlines[0]?.text);

it.each([
  ["short and English", "Stop the mail"],
  ["long and Japanese", "メールサービスを停止する".repeat(20)],
])("Teams is told no more steps than it takes, and how many more there are, their titles being %s", (_, title) => {
  const body = channelBody("teams", listing(500, title));
  const bytes = new TextEncoder().encode(body).length;
  expect(bytes).toBeLessThanOrEqual(20_000);
  expect(bytes, "as many as there is room for").toBeGreaterThan(18_500);
  const texts = textsForTeams(body);
  const told = texts.length - 4;
  expect(texts.slice(1, told + 1)).toEqual(listing(told, title).message.lines.slice(0, -1));
  expect(texts.slice(told + 1)).toEqual([`and ${500 - told} more`, "The procedure", "2026-01-01 00:00:05 UTC"]);
});

it("Teams is told a few steps whole, and of a long question the beginning", () => {
  expect(textsForTeams(channelBody("teams", listing(3, "Stop it")))).toHaveLength(6);
  const subject = "本番切替を続行してよろしいですか。".repeat(1_000);
  const body = channelBody("teams", { ...letter, message: { ...message, subject, lines: [subject, "The procedure"] } });
  expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(20_000);
  expect(textsForTeams(body).slice(0, 2)).toEqual(Array(2).fill(`${subject.slice(0, 999)}…`));
});

it.each([
  ["long", 280],
  ["so long that two fill a section", 1_600],
])("Slack is told no more steps than it takes, and how many more there are, their titles being %s", (_, length) => {
  const { blocks } = JSON.parse(channelBody("slack", listing(2_000, "x".repeat(length))));
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(blocks.at(-2).text.text).toMatch(/\nand \d+ more\nThe procedure\n2026-01-01 00:00:05 UTC$/);
});

it("what fails is tried again ever later, an hour apart at most, a fifth sooner or later, and then given up", () => {
  const waits = Array.from({ length: MOST_TRIES }, (_, i) => secondsUntilNextTry(i + 1, 0.5));
  expect(waits).toEqual([5, 15, 45, 135, 405, 1_215, 3_600, 3_600, null]);
  expect([secondsUntilNextTry(3, 0), secondsUntilNextTry(3, 1)]).toEqual([36, 54]);
});
