import type { Page } from "@playwright/test";

/** What this browser keeps of a run; empty where it keeps nothing. */
export const keptPack = (page: Page, label: string): Promise<string> =>
  page.evaluate(async (key) => (await (await caches.match(key))?.text()) ?? "", `/kept-packs/${label}`);
