import { readFileSync } from "node:fs";
import { type BrowserContext, expect, type Page } from "@playwright/test";

const WORKER = readFileSync("public/sw.js", "utf8");

/** What this browser keeps of a run; empty where it keeps nothing. */
export const keptPack = (page: Page, label: string): Promise<string> =>
  page.evaluate(async (key) => (await (await caches.match(key))?.text()) ?? "", `/kept-packs/${label}`);

/**
 * Gives this browser the service worker with one thing changed. Answers what ends that: while requests are looked at,
 * the browser is not wholly cut off by `setOffline`.
 */
export async function serveWorker(context: BrowserContext, what: string | RegExp, instead: string) {
  const body = WORKER.replace(what, instead);
  expect(body).not.toBe(WORKER);
  await context.route("**/sw.js", (route) => route.fulfill({ body, headers: { "content-type": "text/javascript" } }));
  return () => context.unroute("**/sw.js");
}

/** One that asks for a pack every second at most, instead of every 15. */
export const hurryWorker = (context: BrowserContext) =>
  serveWorker(context, "const EVERY_MS = 15_000;", "const EVERY_MS = 1_000;");
