import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./fixtures.ts";
import { RunPage } from "./run-page.ts";
import { lookAt } from "./screens.ts";

test.use({ role: "operator" });

/** Writes down what the browser is asked to play and to show, and lets it do so. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const Shown = Notification;
    globalThis.Notification = class extends Shown {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        heard.push(title);
      }
    };
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      heard.push("a sound");
      start.call(this, when);
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

const box = (page: Page, name: string) => page.getByRole("checkbox", { name });

test("who asked for it is called by sound and desktop notification when a step is ready", async ({ page, api }) => {
  await page.context().grantPermissions(["notifications"]);
  const heard = await listen(page);
  await page.goto("/account");
  await box(page, "Play a sound").click();
  await box(page, "Show a desktop notification").click();
  await expect(box(page, "Show a desktop notification")).toBeChecked();
  await expect.poll(heard).toEqual(["This is how it looks"]);

  const sites = await api("administrator").practiceSites();
  const started = await api("commander").smallRun(sites, [{ title: "Tell the users" }]);
  const run = new RunPage(page);
  await run.open(started);
  await page.mouse.click(5, 5);
  // Again, should the page not have been listening yet.
  await expect(async () => {
    await api("commander").send(started.id, { type: "run.pause", reason: "Waiting for power" });
    await expect(page.getByText("Paused: Waiting for power").first()).toBeVisible();
    await api("commander").send(started.id, { type: "run.resume" });
    await expect
      .poll(heard, { timeout: 2_000 })
      .toContain(`LIVE ${runLabel(started.number)}: step 1 is ready to be started`);
  }).toPass({ timeout: 40_000 });
  await expect.poll(heard).toContain("a sound");
});

test("a browser that refuses says so, and calls nobody", async ({ page, axe }) => {
  await page.goto("/account");
  await box(page, "Show a desktop notification").click();
  await expect(page.getByText("This browser refuses notifications from this address.")).toBeVisible();
  await expect(box(page, "Show a desktop notification")).not.toBeChecked();
  await expect(box(page, "Play a sound")).not.toBeChecked();
  await lookAt(page, "account-no-notices", { axe });
});
