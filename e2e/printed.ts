import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { PRINTS } from "./kept-files.ts";
import { textOfPages } from "./pdf-text.ts";

export const SHEETS = ["A4", "Letter"] as const;

/** What is written on each page that the browser would print. */
export async function printed(page: Page, name: string, format: (typeof SHEETS)[number]): Promise<string[]> {
  const pdf = await page.pdf({ format, preferCSSPageSize: false, printBackground: false });
  mkdirSync(PRINTS, { recursive: true });
  writeFileSync(path.join(PRINTS, `${name}-${format}.pdf`), pdf);
  return textOfPages(pdf);
}

/** On A4 and on Letter each page says what must be known of all of them, and all together what is expected of the whole. */
export async function printsOnBoth(page: Page, name: string, { each, whole }: Record<"each" | "whole", RegExp[]>) {
  for (const format of SHEETS) {
    const pages = await printed(page, name, format);
    for (const text of pages) for (const words of each) expect(text, `${name} on ${format}`).toMatch(words);
    for (const words of whole) expect(pages.join(" "), `${name} on ${format}`).toMatch(words);
  }
}
