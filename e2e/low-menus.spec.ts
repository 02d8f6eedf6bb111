import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./testing/fixtures.ts";
import { Keyboard } from "./testing/keyboard.ts";
import { isOnTop } from "./testing/on-top.ts";
import { RunPage } from "./testing/run-page.ts";

const WINDOWS = {
  "a phone on its side": { width: 640, height: 300 },
  "a phone with text of twice the size": { width: 180, height: 370 },
  "a window at 400 %": { width: 320, height: 256 },
};

/** Each entry can be brought to where a finger meets it, and no bar in its place. */
async function reachesAll(page: Page, button: Locator): Promise<void> {
  await button.click();
  const items = page.getByRole("menuitem");
  await expect(items.first()).toBeVisible();
  const { width } = page.viewportSize() ?? { width: 0 };
  for (const item of await items.all()) {
    const words = (await item.textContent()) ?? "";
    await item.scrollIntoViewIfNeeded();
    await expect(item).toBeInViewport({ ratio: 1 });
    await expect.poll(() => isOnTop(item), { message: words }).toBe(true);
    const { x, width: wide } = (await item.boundingBox()) ?? { x: -1, width: 0 };
    expect(x >= 0 && x + wide <= width, `${words} fits`).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(items).toHaveCount(0);
}

for (const [where, viewport] of Object.entries(WINDOWS)) {
  test(`each entry of a menu is reached in ${where}`, async ({ page, api }) => {
    const steps = [{ title: "Tell the users" }, { title: "Close the lines" }, { title: "Open the lines" }];
    const started = await api("commander").smallRun(await api("administrator").practiceSites(), steps);
    await page.setViewportSize(viewport);
    const run = new RunPage(page);
    await run.open(started);
    await run.hasAllParts();
    const ofRun = run.head.getByRole("button", { name: /^More for run/ });
    await reachesAll(page, ofRun);
    await reachesAll(page, run.step("1").card.getByRole("button", { name: "More for step 1" }));
    const keys = await Keyboard.alone(page);
    await keys.tabTo(ofRun, "Shift+Tab");
    await page.keyboard.press("Enter");
    const last = page.getByRole("menuitem").last();
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("End");
    await keys.sees(last);
    await expect(last).toBeInViewport({ ratio: 1 });
  });
}
