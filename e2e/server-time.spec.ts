import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./testing/fixtures.ts";

const HOUR_MS = 3_600_000;
/** In a card, or in a line where many run. */
const OVER = /Over RTO by\s?[56]\smin|[56]\smin over RTO/;

declare global {
  // What `var` alone declares of `globalThis`.
  var aheadMs: number;
}

/** The browser's clock is ahead of the server's by so much, in everything that tells the time. */
async function turnClock(page: Page, byMs: number): Promise<void> {
  await page.addInitScript((atFirstMs) => {
    globalThis.aheadMs = atFirstMs;
    const Real = Date;
    const now = () => Real.now() + globalThis.aheadMs;
    globalThis.Date = new Proxy(Real, {
      construct: (_, args) => (args.length > 0 ? Reflect.construct(Real, args) : new Real(now())),
      get: (real, name) => (name === "now" ? now : Reflect.get(real, name)),
    });
    Object.defineProperty(performance, "timeOrigin", { value: performance.timeOrigin + atFirstMs });
  }, byMs);
}

/** The clock of the machine is set while the page is open. */
async function setClock(page: Page, aheadMs: number): Promise<void> {
  await page.evaluate((ms) => {
    globalThis.aheadMs = ms;
  }, aheadMs);
}

/** How far the time of day in these words, which are UTC, is from this machine's, in minutes. */
function minutesAway(words: string): number {
  const [, hours, minutes] = /(\d\d):(\d\d)(?::\d\d)? UTC/.exec(words) ?? [];
  if (hours === undefined || minutes === undefined) throw new Error(`There is no time of day in "${words}".`);
  const now = new Date();
  const apart = Math.abs(Number(hours) * 60 + Number(minutes) - now.getUTCHours() * 60 - now.getUTCMinutes());
  return Math.min(apart, 24 * 60 - apart);
}

test("where the browser's clock is an hour ahead, every page tells the server's time", async ({ page, api }) => {
  await turnClock(page, HOUR_MS);
  const declaredAt = new Date(Date.now() - 5 * 60_000).toISOString();
  const sites = await api("administrator").practiceSites();
  const run = await api("commander").smallRun(sites, [{ title: "Tell the users" }], { declaredAt });
  const head = page.locator("header").filter({ has: page.getByRole("heading", { level: 1 }) });
  const away = async () => minutesAway((await head.textContent()) ?? "");
  for (const address of ["/history", `/runs/${runLabel(run.number)}`]) {
    await page.goto(address);
    expect(await page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + HOUR_MS / 2);
    await expect.poll(away, address).toBeLessThan(10);
  }
  const declared = head.locator("dl > div").filter({ hasText: "Since declared" });
  await expect(declared).toContainText(/^Since declared[56]\smin/);
});

test("a clock that is set while a page is open does not turn the page's", async ({ page, api }) => {
  await turnClock(page, HOUR_MS);
  const declaredAt = new Date(Date.now() - 65 * 60_000).toISOString();
  const sites = await api("administrator").practiceSites();
  const steps = [{ title: "Tell the users" }];
  const run = await api("commander").smallRun(sites, steps, { declaredAt, rtoSeconds: 3_600 });
  const head = page.locator("header").filter({ has: page.getByRole("heading", { level: 1 }) });
  const told = async () => (await head.textContent()) ?? "";
  const setAndHeard = async (aheadMs: number) => {
    await setClock(page, aheadMs);
    await page.waitForResponse((response) => new URL(response.url()).pathname.startsWith("/api/"));
    for (const _ of ["what had begun already", "what knows of it"]) {
      const before = await told();
      await expect.poll(told).not.toBe(before);
    }
  };
  for (const address of ["/", "/history", "/sites"]) {
    await page.goto(address);
    await expect.poll(async () => minutesAway(await told()), address).toBeLessThan(10);
    for (const aheadMs of [0, HOUR_MS]) {
      await setAndHeard(aheadMs);
      expect(minutesAway(await told()), `${address}, ahead by ${aheadMs} ms`).toBeLessThan(10);
      if (address !== "/") continue;
      await expect(page.getByRole("article").filter({ hasText: runLabel(run.number) })).toContainText(OVER);
    }
  }
});

test("a clock that is put back while the server is away makes nothing younger", async ({ page, context }) => {
  await page.clock.install();
  const mark = page.locator("[data-connection]").first();
  const answered = page.waitForResponse(/\/api\/runs\?.*over=yes/);
  await page.goto("/");
  await answered;
  await expect(mark).toHaveText("live");
  await context.setOffline(true);
  // Then nothing is on its way that would tell the time of before.
  await page.clock.fastForward(13_000);
  await expect(mark).toHaveText(/^reconnecting/);
  const now = await page.evaluate(() => Date.now());
  await page.clock.setSystemTime(now - HOUR_MS / 6);
  await page.clock.fastForward(31_000);
  await expect(mark).toHaveText(/^stale, [345]\d\ss old$/);
});

test.describe("with the service worker between", () => {
  test.use({ serviceWorkers: "allow" });

  test("the overview, too, keeps to the server's time", async ({ page, api }) => {
    await turnClock(page, HOUR_MS);
    await page.goto("/help");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const sites = await api("administrator").practiceSites();
    const run = await api("commander").smallRun(sites, [{ title: "Tell the users" }]);
    await page.goto("/");
    expect(
      await page.evaluate(() =>
        performance
          .getEntriesByType("navigation")
          .map((entry) => (entry as PerformanceNavigationTiming).workerStart > 0),
      ),
    ).toEqual([true]);
    const card = page.getByRole("article").filter({ hasText: runLabel(run.number) });
    await expect(card, "a card, or a line where many run").toContainText(/Since declared\d+\ss|\d+\ss since declared/);
  });
});

test("what was done on paper has its true time also where the browser's clock is slow", async ({ page, api }) => {
  await turnClock(page, -HOUR_MS / 2);
  const sites = await api("administrator").practiceSites();
  const declaredAt = new Date(Date.now() - HOUR_MS).toISOString();
  const run = await api("commander").smallRun(sites, [{ title: "Tell the users" }], { declaredAt });
  await page.goto(`/runs/${runLabel(run.number)}/afterwards`);
  const row = page.getByRole("group", { name: /^Step 1:/ });
  await row.getByRole("radio", { name: "Done" }).check();
  await row.getByLabel("Done by").fill("Mei Mori");
  const doneAt = new Date(Math.floor(Date.now() / 1_000) * 1_000 - HOUR_MS / 6);
  await row.getByLabel("When, JST").fill(new Date(doneAt.getTime() + 9 * HOUR_MS).toISOString().slice(0, 19));
  await row.getByLabel("What was done").fill("Called each of them");
  await page.getByRole("button", { name: "Save 1 step" }).click();
  await expect
    .poll(async () => (await api("auditor").run(run.id)).steps[0])
    .toMatchObject({ recorded: { at: doneAt.toISOString() } });
});
