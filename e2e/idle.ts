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
