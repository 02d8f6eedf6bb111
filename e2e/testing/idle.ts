import type { Page } from "@playwright/test";

/** What is fetched when the browser is idle is no part of the first load: the browser is never idle here before `beIdle`. */
export const neverIdle = (page: Page) =>
  page.addInitScript(() => {
    const held: IdleRequestCallback[] = [];
    const { requestIdleCallback } = window;
    window.requestIdleCallback = (act) => held.push(act);
    const beIdle = () => {
      window.requestIdleCallback = requestIdleCallback;
      for (const act of held) requestIdleCallback(act);
    };
    Object.assign(globalThis, { beIdle });
  });

export const beIdle = (page: Page) =>
  page.evaluate(() => {
    (globalThis as unknown as { beIdle: () => void }).beIdle();
  });

/** What is asked at this address is answered once the returned function is called. */
export async function holdBack(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, (route) => released.then(() => route.continue()));
  return release;
}
