import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";
import { SCREENS } from "./kept-files.ts";

/** What a window of 1,280 px has at 400 % (WCAG 2.2, 1.4.10). */
const REFLOW_PX = 320;
/** Between a phone and a desk, where the side is below the list. */
const TABLET_PX = 800;
const PHONE_PX = 360;
/** All that axe asks is asked of a phone in the dark and of a desk in the light; a theme changes nothing but colours. */
const SIZES = [
  { width: PHONE_PX, asked: "dark", other: "light" },
  { width: 1_440, asked: "light", other: "dark" },
] as const;

export type Looking = {
  axe: (page: Page, rule?: string) => Promise<string[]>;
  /** Of the window. Where something sticks to its foot, a picture of the whole page would show it in the middle. */
  height?: number | undefined;
  /** What is looked at may stand half under the foot: axe is asked in a window as high as the page. */
  underFoot?: boolean;
  /** For what is seen in one width only. */
  only?: (typeof SIZES)[number]["width"] | undefined;
  /** In the theme of high contrast also at a desk; on a phone, or where only one width is looked at, it always is. */
  contrast?: boolean;
};

/** Pictures of the page as it stands in each width and theme, without loading it again. */
export async function lookAt(
  page: Page,
  name: string,
  { axe, height, underFoot, only, contrast }: Looking,
): Promise<void> {
  const look = async (as: string, rule?: string) => {
    await picture(page, `${name}-${as}`, height === undefined);
    const found = await (underFoot ? uncovered(page, () => axe(page, rule)) : axe(page, rule));
    expect.soft(found, `${name} at ${as}`).toEqual([]);
  };
  if (only !== 1_440) {
    await page.setViewportSize({ width: REFLOW_PX, height: 900 });
    expect.soft(await beyond(page), `${name} at ${REFLOW_PX} px scrolls sideways`).toBe(0);
  }
  if (!only) {
    await page.setViewportSize({ width: TABLET_PX, height: height ?? 900 });
    expect.soft(await beyond(page), `${name} at ${TABLET_PX} px scrolls sideways`).toBe(0);
    expect.soft(await outOfDialog(page), `${name} at ${TABLET_PX} px, out of its dialog`).toEqual([]);
  }
  for (const { width, asked, other } of SIZES.filter((size) => !only || size.width === only)) {
    await page.setViewportSize({ width, height: height ?? 900 });
    for (const colorScheme of [other, asked]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await look(`${width}-${colorScheme}`, colorScheme === asked ? undefined : "color-contrast");
    }
    if (contrast || width === (only ?? PHONE_PX)) {
      const before = await dress(page, "contrast");
      await look(`${width}-contrast`, "color-contrast");
      await dress(page, before);
    }
    expect.soft(await outOfDialog(page), `${name} at ${width} px, out of its dialog`).toEqual([]);
    expect.soft(await beyond(page), `${name} at ${width} px scrolls sideways`).toBe(0);
  }
}

/** Of the window, or of the whole page: by Chromium itself and as JPEG, which takes a third of the time. */
export async function picture(page: Page, name: string, whole: boolean): Promise<void> {
  const clip = whole && (await page.evaluate(wholePage, HIGHEST_PX));
  const data = await captured(page, {
    format: "jpeg",
    quality: 90,
    optimizeForSpeed: true,
    captureBeyondViewport: whole,
    ...(clip && { clip: { ...clip, scale: 1 } }),
  });
  if (data === "") throw new Error(`Chromium has made no picture of ${name}.`);
  mkdirSync(SCREENS, { recursive: true });
  writeFileSync(path.join(SCREENS, `${name}.jpg`), data, "base64");
}

type Shot = {
  format: "jpeg";
  quality: number;
  optimizeForSpeed: boolean;
  captureBeyondViewport: boolean;
  clip?: { x: number; y: number; width: number; height: number; scale: number };
};

const ANSWERS_WITHIN_MS = 20_000;

/** Nobody looks further down a list; no JPEG is as high as some are. */
const HIGHEST_PX = 16_000;

/** In a thousand pictures Chromium once never answered for one, and the test ran out of its time: it is asked once more. */
async function captured(page: Page, options: Shot, again = true): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const answer = session.send("Page.captureScreenshot", options);
  const late = after(ANSWERS_WITHIN_MS, null, { ref: false });
  const shot = again ? await Promise.race([answer, late]) : await answer;
  await session.detach();
  return shot === null ? captured(page, options, false) : shot.data;
}

/** From its top: what sticks to an edge would be drawn across the middle of it. */
function wholePage(highest: number): { x: number; y: number; width: number; height: number } {
  window.scrollTo(0, 0);
  const { clientWidth, scrollHeight } = document.documentElement;
  return { x: 0, y: 0, width: clientWidth, height: Math.min(scrollHeight, highest) };
}

/** Pictures in both themes in the window as it is. */
export async function lookAtWindow(page: Page, name: string, { axe }: Pick<Looking, "axe">): Promise<void> {
  const size = page.viewportSize();
  if (!size) throw new Error("The page has no size.");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const as = `${size.width}-${colorScheme}`;
    await picture(page, `${name}-${as}`, false);
    const rule = colorScheme === "dark" ? undefined : "color-contrast";
    expect.soft(await uncovered(page, () => axe(page, rule)), `${name} at ${as}`).toEqual([]);
  }
  expect.soft(await beyond(page), `${name} at ${size.width} px scrolls sideways`).toBe(0);
}

/** In a window as high as the page: a foot that happens to cover half a button makes it too small to axe. */
async function uncovered<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const size = page.viewportSize();
  if (!size) throw new Error("The page has no size.");
  const { top, whole } = await page.evaluate(() => ({
    top: window.scrollY,
    whole: document.documentElement.scrollHeight,
  }));
  await page.setViewportSize({ ...size, height: Math.max(3_200, whole + size.height) });
  const found = await look();
  await page.setViewportSize(size);
  // The higher window had nowhere to scroll.
  await page.evaluate((px) => window.scrollTo(0, px), top);
  return found;
}

/** What a finger can press and is lower or narrower than 44 px, a box with its label; a link within a sentence is as high as its line. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, summary, input, select, a[class*=rounded]")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map((one) => one.closest("label") ?? one)
      .map((one) => ({ box: one.getBoundingClientRect(), words: one.getAttribute("aria-label") ?? one.textContent }))
      .filter(({ box }) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
      .map(({ box, words }) => `${words}: ${Math.round(box.width)} by ${Math.round(box.height)}`),
  );

/** By how many pixels the page is wider than the window. */
export const beyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Puts the page into a theme as its own switch does, and tells which it was in. */
const dress = (page: Page, theme: string): Promise<string> =>
  page.evaluate((chosen) => {
    const { dataset } = document.documentElement;
    const before = dataset.theme ?? "system";
    dataset.theme = chosen;
    return before;
  }, theme);

/** What sticks out of the dialog that stands in front: it would be drawn over the page behind. */
const outOfDialog = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("[role=dialog], [role=alertdialog]")].flatMap((dialog) => {
      const { left, right } = dialog.getBoundingClientRect();
      return [...dialog.querySelectorAll("*")]
        .filter((one) => one.checkVisibility() && one.getClientRects().length > 0 && !one.closest(".sr-only"))
        .filter((one) => one.getBoundingClientRect().right > right + 1 || one.getBoundingClientRect().left < left - 1)
        .map((one) => `${one.tagName} ${one.textContent?.slice(0, 40)}`);
    }),
  );
