import { expect, type Page } from "@playwright/test";
import { beyond, type Looking, picture } from "./screens.ts";

const THEMES = [
  { as: "light", colorScheme: "light", contrast: "no-preference", ground: "rgb(255, 255, 255)" },
  { as: "dark", colorScheme: "dark", contrast: "no-preference", ground: "rgb(12, 14, 17)" },
  { as: "contrast", colorScheme: "dark", contrast: "more", ground: "rgb(0, 0, 0)" },
] as const;

const DESK = { width: 1_440, height: 900 };
const PHONE = { width: 360, height: 740 };

/**
 * Pictures of a file on a desk and a phone, in each theme of the system, and what axe finds in them: all of it at each size,
 * and its colours in each theme. A copy is looked at, because in the file itself no script may run.
 */
export async function lookAtFile(file: Page, name: string, { axe }: Pick<Looking, "axe">): Promise<void> {
  const copy = await file.context().browser()?.newPage();
  if (!copy) throw new Error("There is no browser of its own.");
  await copy.setContent(await file.content());
  const ground = () => copy.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  for (const size of [DESK, PHONE]) {
    await copy.setViewportSize(size);
    for (const { as, ground: expected, ...theme } of THEMES) {
      const seen = `${name} at ${size.width} px, ${as}`;
      await copy.emulateMedia(theme);
      expect.soft(await ground(), seen).toBe(expected);
      await picture(copy, `file-${name}-${size.width}-${as}`, true);
      expect.soft(await axe(copy, as === "light" ? undefined : "color-contrast"), seen).toEqual([]);
    }
    expect.soft(await beyond(copy), `${name} at ${size.width} px scrolls sideways`).toBe(0);
    expect.soft(await brokenHeads(copy), `${name} at ${size.width} px`).toEqual([]);
  }
  expect.soft(await underHeads(copy), `${name} at ${PHONE.width} px`).toEqual([]);
  await copy.emulateMedia({ media: "print" });
  expect.soft(await ground(), `${name} is white on paper`).toBe("rgb(255, 255, 255)");
  await copy.close();
}

/** On a phone: words of a cell that stand under its head, not beside it. */
const underHeads = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".wide td")].flatMap((cell) => {
      const [text, end] = [document.createRange(), cell.getBoundingClientRect().right];
      text.selectNodeContents(cell);
      const left = Math.min(...[...text.getClientRects()].map((line) => line.left));
      return end - left > (cell.clientWidth * 3) / 4 ? [cell.textContent] : [];
    }),
  );

/** Words at the head of a column that are cut in two to fit in it; Japanese may be, between any two of its letters. */
const brokenHeads = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("th")].flatMap(({ firstChild: text }) =>
      [...(text?.textContent ?? "").matchAll(/[^\s\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]+/gu)].flatMap(
        ({ 0: word, index }) => {
          const range = document.createRange();
          if (text) range.setStart(text, index);
          if (text) range.setEnd(text, index + word.length);
          return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : [];
        },
      ),
    ),
  );
