import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { RunPage } from "./testing/run-page.ts";
import { beyond } from "./testing/screens.ts";

const address =
  "https://meetings.example.com/join/19%3ameeting_NjQ3YjJkZTctYmI5Zi00NzY1LWE2ZTAtZjQ1ZTk3ZGU5OTg0%40thread.v2/0?context=1";
const path = `/srv/${"switchover_configuration_".repeat(6)}/export`;
const digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

const seen = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first();

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test("an address, a path or a digest that somebody wrote makes no page wider than its window", async ({
  page,
  openAs,
  api,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [
    {
      title: `Join ${digest}`,
      remarks: `Bridge ${address}`,
      instructions: `Open ${address} and read ${path}`,
      caution: path,
      subSteps: [{ number: "1.1", title: `Compare ${digest}` }],
    },
    { title: "Close the lines", dependsOn: [] },
  ]);
  const { id, number } = started;
  await api("operator").send(id, { type: "step.start", step: "2" });
  await api("operator").send(id, { type: "help.ask", step: "2", reason: `It says ${path}` });
  await api("operator").send(id, { type: "step.fail", step: "2", reason: `Not ${digest}, but ${path}` });
  await api("operator").send(id, { type: "note.add", text: address });
  await api("commander").send(id, { type: "run.pause", reason: `All on the bridge ${address}` });

  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const foot = page.getByRole("contentinfo").filter({ has: page.getByRole("navigation") });
  const longWords = (of: Page, words: string | RegExp) => expect(seen(of, words), String(words)).toBeVisible();
  for (const [tab, words] of [
    [/^Now/, address],
    [/^All/, digest],
    [/^Notes/, address],
  ] as const) {
    await foot.getByRole("button", { name: tab }).click();
    await longWords(page, words);
    expect(await beyond(page), `behind ${tab}`).toBe(0);
    await expect(foot, "where the thumb is").toBeInViewport({ ratio: 1 });
  }
  for (const [at, words] of [
    ["/", address],
    [`/runs/${runLabel(number)}/report`, digest],
    // It names the digest of the last event.
    [`/runs/${runLabel(number)}/record`, /[\da-f]{64}/],
  ] as const) {
    await page.goto(at);
    await longWords(page, words);
    expect(await beyond(page), at).toBe(0);
  }

  const desk = await openAs("commander");
  const atDesk = new RunPage(desk);
  await atDesk.open(started);
  await atDesk.hasAllParts();
  for (const words of [address, path, digest]) await longWords(desk, words);
  for (const width of [800, 1_024, 1_440]) {
    await desk.setViewportSize({ width, height: 900 });
    expect(await beyond(desk), `at ${width}`).toBe(0);
  }
});

test("text of twice the size makes no page wider than a phone", async ({ page, api }) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
  for (const at of [
    "/",
    `/runs/${runLabel(started.number)}`,
    "/new-run",
    "/history",
    "/procedures",
    "/sites",
    "/help",
    "/messages",
    "/users",
    "/account",
  ]) {
    await page.goto(at);
    await expect(page.getByRole("button", { name: "Menu" })).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
    expect(await beyond(page), at).toBe(0);
  }
});

test("no word of the navigation, and no number on it, is torn", async ({ openAs, api }) => {
  const sites = await api("administrator").practiceSites();
  for (let runs = 0; runs < 10; runs++) await api("commander").smallRun(sites, [{}], { mode: "drill" });
  const page = await openAs("commander");
  await page.goto("/procedures");
  const rail = page.getByRole("navigation", { name: "Main" }).first();
  await expect(rail.getByText(/^\d\d$/)).toBeVisible();
  const torn = () =>
    rail.evaluate((nav) => {
      const lines = (text: Node) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      };
      const texts = document.createTreeWalker(nav, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const words = text.textContent?.trim() ?? "";
        if (words && !words.includes(" ") && lines(text) > 1) found.push(words);
      }
      return found;
    });
  expect(await torn()).toEqual([]);
});
