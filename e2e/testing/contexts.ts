import type { Browser, BrowserContext, Page, PlaywrightTestOptions } from "@playwright/test";
import { BASE_URL } from "./addresses.ts";

/** What a context is made with; who wants the same may have the same. */
export type Made = Pick<PlaywrightTestOptions, "hasTouch" | "locale" | "timezoneId" | "viewport">;

/** One page of the console stays: with it the process, and in that all scripts as they were compiled. */
type Kept = { key: string; idle: Page };

/**
 * Contexts that one test has after the other, with nothing left in them of the one before. A new one begins a process, fetches
 * all scripts and compiles them: two thirds of what it takes to open a page.
 */
export class Contexts {
  readonly #browser: Browser;
  readonly #kept = new Map<BrowserContext, Kept>();
  readonly #free = new Set<BrowserContext>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  async take(made: Made): Promise<BrowserContext> {
    const key = JSON.stringify(made);
    const free = [...this.#free].find((context) => this.#kept.get(context)?.key === key);
    if (free) this.#free.delete(free);
    return free ?? this.#make(made, key);
  }

  async giveBack(context: BrowserContext): Promise<void> {
    const kept = this.#kept.get(context);
    if (kept && (await isEmptied(context, kept.idle))) this.#free.add(context);
    else await context.close();
  }

  async #make({ locale, timezoneId, ...made }: Made, key: string): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      ...made,
      ...(locale && { locale }),
      ...(timezoneId && { timezoneId }),
      baseURL: BASE_URL,
      serviceWorkers: "block",
    });
    const idle = await context.newPage();
    await idle.goto("/api/health");
    this.#kept.set(context, { key, idle });
    return context;
  }
}

/** Whether nothing is left of the test that had it. A clock that was put into a context cannot be taken out of it. */
async function isEmptied(context: BrowserContext, idle: Page): Promise<boolean> {
  await Promise.all(context.pages().map((page) => page !== idle && page.close()));
  if (!(await idle.evaluate(() => String(setTimeout).includes("[native code]")))) return false;
  await context.unrouteAll();
  await context.setOffline(false);
  await context.clearPermissions();
  await context.clearCookies();
  const session = await context.newCDPSession(idle);
  await session.send("Storage.clearDataForOrigin", { origin: BASE_URL, storageTypes: "all" });
  await session.detach();
  return true;
}
