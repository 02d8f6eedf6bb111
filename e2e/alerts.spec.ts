import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Api } from "./api.ts";
import { expect, test } from "./fixtures.ts";
import { untilPressesAreHeard } from "./presses-heard.ts";
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

/** Nothing can be begun in a run that is paused: what is ready begins to wait anew. */
async function waitsAnew({ page }: RunPage, commander: Api, runId: string): Promise<void> {
  const paused = page.getByText("Paused: Waiting for power").first();
  await commander.send(runId, { type: "run.pause", reason: "Waiting for power" });
  await expect(paused).toBeVisible();
  await commander.send(runId, { type: "run.resume" });
  await expect(paused).toBeHidden();
}

/** Again, should the page not have been listening yet. */
async function waitsUntil(heard: () => Promise<string[]>, what: string, again: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await again();
    await expect.poll(heard, { timeout: 2_000 }).toContain(what);
  }).toPass({ timeout: 40_000 });
}

const ready = ({ number }: { number: number }) => `LIVE ${runLabel(number)}: step 1 is ready to be started`;

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
  await waitsUntil(heard, ready(started), () => waitsAnew(run, api("commander"), started.id));
  await expect.poll(heard).toContain("a sound");
});

test("who asked for a sound alone gets no notification, and who takes it back hears nothing more", async ({
  page,
  api,
}) => {
  await page.context().grantPermissions(["notifications"]);
  const account = await page.context().newPage();
  await account.goto("/account");
  await untilPressesAreHeard(account);
  await box(account, "Play a sound").click();
  await expect(box(account, "Play a sound")).toBeChecked();
  const heard = await listen(page);
  const run = new RunPage(page);
  const started = await api("commander").smallRun(await api("administrator").practiceSites(), [{}]);
  const again = () => waitsAnew(run, api("commander"), started.id);
  await run.open(started);
  await page.mouse.click(5, 5);
  await waitsUntil(heard, "a sound", again);
  expect(new Set(await heard())).toEqual(new Set(["a sound"]));

  await box(account, "Play a sound").click();
  await expect(box(account, "Play a sound")).not.toBeChecked();
  const before = await heard();
  for (let i = 0; i < 2; i++) await again();
  expect(await heard()).toEqual(before);
  // What shows that the page was listening all the time.
  await box(account, "Show a desktop notification").click();
  await expect(box(account, "Show a desktop notification")).toBeChecked();
  await waitsUntil(heard, ready(started), again);
  expect((await heard()).slice(before.length)).not.toContain("a sound");
});

test("a browser that refuses says so, and calls nobody", async ({ page, axe }) => {
  await page.goto("/account");
  await box(page, "Show a desktop notification").click();
  await expect(page.getByText("This browser refuses notifications from this address.")).toBeVisible();
  await expect(box(page, "Show a desktop notification")).not.toBeChecked();
  await expect(box(page, "Play a sound")).not.toBeChecked();
  await lookAt(page, "account-no-notices", { axe });
});
