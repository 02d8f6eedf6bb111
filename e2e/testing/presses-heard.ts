import type { Page } from "@playwright/test";

/** A press is lost until React has taken over what the server drew; what is drawn last, it takes over last. */
export async function untilPressesAreHeard(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const last = [...document.querySelectorAll("main *")].at(-1);
    if (!last || !Object.keys(last).some((key) => key.startsWith("__reactProps$"))) return false;
    // What it has taken over hears nothing before all of it is committed.
    const root = Object.entries(document).find(([key]) => key.startsWith("__reactContainer$"))?.[1];
    return root?.stateNode.current.memoizedState.isDehydrated === false;
  });
  await page.evaluate(() => new Promise((heard) => requestAnimationFrame(() => setTimeout(heard))));
}
