import type { Page } from "@playwright/test";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { expect, test } from "./fixtures.ts";

const HOUR_MS = 3_600_000;

/** The browser's clock, an hour ahead of the server's in everything that tells the time. */
async function goFast(page: Page): Promise<void> {
  await page.addInitScript((aheadMs) => {
    const Real = Date;
    globalThis.Date = new Proxy(Real, {
      construct: (_, args) => (args.length > 0 ? Reflect.construct(Real, args) : new Real(Real.now() + aheadMs)),
      get: (real, name) => (name === "now" ? () => real.now() + aheadMs : Reflect.get(real, name)),
    });
    Object.defineProperty(performance, "timeOrigin", { value: performance.timeOrigin + aheadMs });
  }, HOUR_MS);
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
  await goFast(page);
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
