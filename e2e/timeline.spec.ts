import type { Locator } from "@playwright/test";
import { expect, test } from "./testing/fixtures.ts";
import { isOnTop } from "./testing/on-top.ts";
import { RunPage } from "./testing/run-page.ts";
import { lookAtWindow } from "./testing/screens.ts";

const many = Array.from({ length: 60 }, (_, i) => ({ title: `Step number ${i + 1}`, dependsOn: [] }));

const rowsOf = ({ side }: RunPage) => side.getByRole("list", { name: "Timeline of the steps" }).getByRole("link");
/** What is said of the row that is pointed at. */
const toldOf = ({ side }: RunPage, number: string): Locator =>
  side.locator("p").filter({ hasText: new RegExp(`^${number} .*It waited for people`) });

test("what is said of a row of a long timeline stands in sight, and so do the notes under it", async ({
  page,
  api,
  axe,
}) => {
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), many);
  const run = new RunPage(page);
  await run.open(started);
  await run.hasAllParts();
  const rows = rowsOf(run);
  await rows.first().hover();
  await expect(toldOf(run, "1")).toBeInViewport({ ratio: 1 });
  const notes = run.side.getByRole("heading", { name: "Notes and events" });
  const apart = async () => ((await notes.boundingBox())?.y ?? 0) - ((await rows.first().boundingBox())?.y ?? 0);
  expect(await apart(), "less than two windows").toBeLessThan(1_800);
  await page.mouse.move(1, 1);
  await rows.first().focus();
  await page.keyboard.press("End");
  await expect(rows.last()).toBeFocused();
  await expect(rows.last()).toBeInViewport({ ratio: 1 });
  await expect(toldOf(run, "60")).toBeInViewport({ ratio: 1 });
  await lookAtWindow(page, "run-timeline-long", { axe });
  await page.keyboard.press("Home");
  await expect(rows.first()).toBeInViewport({ ratio: 1 });
  expect(await isOnTop(rows.first()), "not under its axis").toBe(true);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("a tap tells what a row went into, and another one leads to its step", async ({ page, api, axe }) => {
    const started = await api("commander").smallRun(await api("administrator").practiceSites(), many);
    const run = new RunPage(page);
    await run.open(started);
    await run.hasAllParts();
    const foot = page.getByRole("contentinfo");
    await foot.getByRole("button", { name: "Notes" }).tap();
    const rows = rowsOf(run);
    for (const place of [0, 2]) {
      await rows.nth(place).tap();
      const told = toldOf(run, `${place + 1}`);
      await expect(told).toContainText("Press it again to go to the step.");
      await expect(told).toBeInViewport({ ratio: 1 });
      expect(await isOnTop(told)).toBe(true);
    }
    await lookAtWindow(page, "phone-timeline", { axe });
    await rows.nth(2).tap();
    await expect(run.step("3").head).toBeInViewport({ ratio: 1 });
    await expect(foot.getByRole("button", { name: /^Now/ })).toHaveAttribute("aria-current", "true");
  });
});
