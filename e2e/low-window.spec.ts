import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";
import { Keyboard } from "./testing/keyboard.ts";
import { isOnTop } from "./testing/on-top.ts";

/** What a window of 1280 by 1024 has at 400 %. */
const AT_400 = { width: 320, height: 256 };

/** How high what is seen of the content is, with this in sight. */
async function roomFor(page: Page, part: string): Promise<number> {
  await page.locator(part).first().scrollIntoViewIfNeeded();
  return page.evaluate(() => {
    let seen = 0;
    for (let y = 0; y < innerHeight; y++) if (document.elementFromPoint(innerWidth / 2, y)?.closest("main")) seen++;
    return seen;
  });
}

test("at 400 % whoever goes through a form with the keyboard sees where the focus is", async ({ page, api }) => {
  await page.setViewportSize(AT_400);
  const sites = await api("administrator").practiceSites();
  const steps = Array.from({ length: 10 }, (_, i) => ({ title: `Call number ${i + 1}` }));
  const run = await api("commander").smallRun(sites, steps);
  const keyboard = await Keyboard.alone(page);
  for (const [address, last] of [
    ["/new-run", "Start LIVE run"],
    [`/runs/${runLabel(run.number)}/afterwards`, "Save"],
  ] as const) {
    await page.goto(address);
    const fields = page.locator("main").locator("input, select, textarea");
    await expect(fields.first()).toBeVisible();
    await page.locator("#main").focus();
    let seen = 0;
    const end = page.getByRole("contentinfo").getByRole("button", { name: last });
    for (; seen < 60 && !(await end.and(page.locator(":focus")).count()); seen++) {
      await page.keyboard.press("Tab");
      await keyboard.sees(page.locator(":focus"));
    }
    expect(seen, address).toBeGreaterThan(8);
    expect(seen, `the end of ${address} is reached`).toBeLessThan(60);
    expect(await isOnTop(end)).toBe(true);
  }
});

test("with text of twice the size a phone leaves room for a form whose foot says much", async ({ page, api }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
  const sites = await api("administrator").practiceSites();
  const started = await api("commander").startedRun(sites, {});
  await page.goto(`/new-run?procedure=${started.procedureId}`);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
  expect(await roomFor(page, "main input")).toBeGreaterThan(740 * 0.6);
  await page.goto(`/runs/${runLabel(started.number)}/afterwards`);
  expect(await roomFor(page, "main input")).toBeGreaterThan(740 * 0.6);
});
