import type { Locator } from "@playwright/test";

/** Whether a finger put on it, at its top, middle or foot, would touch it, and not a bar that lies over it. */
export const isOnTop = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const places = [y + 2, y + height / 2, y + height - 2];
    return places.every((place) => element.contains(document.elementFromPoint(x + width / 2, place)));
  });
