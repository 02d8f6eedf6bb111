import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";

/** Where the screens are kept for people to look at. */
const SCREENS = path.join("test-results", "screens");

/** All that axe asks is asked of a phone in the dark and of a desk in the light; a theme changes nothing but colours. */
const SIZES = [
  { width: 360, asked: "dark", other: "light" },
  { width: 1_440, asked: "light", other: "dark" },
] as const;

export type Looking = {
  axe: (page: Page, rule?: string) => Promise<string[]>;
  /** Of the window. Where something sticks to its foot, a picture of the whole page would show it in the middle. */
  height?: number | undefined;
  /** For what is seen in one width only. */
  only?: (typeof SIZES)[number]["width"];
};

/** Pictures of the page as it stands in each width and theme, without loading it again. */
export async function lookAt(page: Page, name: string, { axe, height, only }: Looking): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  for (const { width, asked, other } of SIZES.filter((size) => !only || size.width === only)) {
    await page.setViewportSize({ width, height: height ?? 900 });
    for (const colorScheme of [other, asked]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const file = path.join(SCREENS, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: height === undefined });
      const found = await axe(page, colorScheme === asked ? undefined : "color-contrast");
      expect.soft(found, `${name} at ${width} px, ${colorScheme}`).toEqual([]);
    }
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(beyond, `${name} at ${width} px scrolls sideways`).toBe(0);
  }
}
