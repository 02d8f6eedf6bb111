import type { Locator } from "@playwright/test";

/** Whether a finger put there would touch it, and not a bar that lies over it. */
export const isOnTop = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
