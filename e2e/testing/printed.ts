import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { PRINTS } from "./kept-files.ts";
import { textOfPages } from "./pdf-text.ts";

export const SHEETS = ["A4", "Letter"] as const;

type Sheet = (typeof SHEETS)[number];

/** What is written on each page that the browser would print. */
export async function printed(page: Page, name: string, format: Sheet): Promise<string[]> {
  const pdf = await pdfOf(page, format);
  mkdirSync(PRINTS, { recursive: true });
  writeFileSync(path.join(PRINTS, `${name}-${format}.pdf`), pdf);
  const pages = textOfPages(pdf);
  expect(isLastEmpty(pages), `${name} on ${format} ends with an empty page`).toBe(false);
  return pages;
}

const pdfOf = (page: Page, format: Sheet): Promise<Buffer> =>
  page.pdf({ format, preferCSSPageSize: false, printBackground: false });

/** On A4 and on Letter each page says what must be known of all of them, and all together what is expected of the whole. */
export async function printsOnBoth(page: Page, name: string, { each, whole }: Record<"each" | "whole", RegExp[]>) {
  for (const format of SHEETS) {
    const pages = await printed(page, name, format);
    for (const text of pages) for (const words of each) expect(text, `${name} on ${format}`).toMatch(words);
    for (const words of whole) expect(pages.join(" "), `${name} on ${format}`).toMatch(words);
  }
}

const PAGE_NUMBER = /\d+ +of +\d+|\d+ *\/ *\d+/;
/** What a page of A4 has between its margins. */
const A_PAGE_PX = 1_020;

/** Nothing stands there but what every page begins with. */
function isLastEmpty(pages: readonly string[]): boolean {
  const [first = "", last = ""] = [pages[0], pages.at(-1)].map((text) => text?.replace(PAGE_NUMBER, "").trim());
  return pages.length > 1 && first.startsWith(last);
}

/**
 * What is empty after the last words goes on to a page of its own only where a page ends just there. So there is put as much in
 * front of the last part as makes it a page longer, and no more.
 */
export async function neverEndsEmpty(page: Page, name: string): Promise<void> {
  const { length } = await pagesWith(page, 0);
  let [fits, over] = [0, A_PAGE_PX];
  expect((await pagesWith(page, over)).length, `${name}, a page longer`).toBeGreaterThan(length);
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if ((await pagesWith(page, middle)).length > length) over = middle;
    else fits = middle;
  }
  const pages = await pagesWith(page, over);
  expect(isLastEmpty(pages), `${name} ends with an empty page where it is ${over} px longer`).toBe(false);
}

/** Wherever a page ends: no title stands at its foot, and no head of a table without a row. */
export async function keepsHeads(page: Page, name: string): Promise<void> {
  const { titles, tables } = await page.evaluate(headsOf);
  expect(tables.length, `tables of ${name}`).toBeGreaterThan(0);
  for (let space = 0; space < A_PAGE_PX; space += 60) {
    const at = `${name}, ${space} px longer`;
    const pages = (await pagesWith(page, space, "start")).map((words) => words.replace(/\s/g, ""));
    for (const { head } of tables) {
      const times = pages.reduce((sum, text) => sum + text.split(head).length - 1, 0);
      expect(times, `${at}: ${head} is printed`).toBeGreaterThanOrEqual(
        tables.filter((one) => one.head === head).length,
      );
    }
    for (const text of pages) {
      for (const title of titles) expect(text.endsWith(title), `${at}: ${title} at the foot`).toBe(false);
      for (const { head, rows } of tables) {
        const [, ...after] = text.split(head);
        for (const next of after)
          expect(
            rows.some((row) => next.startsWith(row)),
            `${at}: ${head} ${next}`,
          ).toBe(true);
      }
    }
  }
}

/** In the page: its titles, and of each table its head and how each row begins, without spaces, in the letters of the pages. */
function headsOf() {
  const wordsOf = (of: Element) => of.textContent.normalize("NFKC").replace(/\s/g, "");
  // A cell of the console has its column's name before it, for phones.
  const cellsOf = (row: Element) => [...row.querySelectorAll("td > span:last-child, td:not(:has(> span))")];
  // What stands in an empty first cell would be the beginning of anything.
  const beginningOf = (row: Element) =>
    cellsOf(row)
      .map(wordsOf)
      .find((words) => words !== "");
  return {
    titles: [...document.querySelectorAll("main :is(h2, h3)")].map(wordsOf),
    tables: [...document.querySelectorAll("main table")].map((table) => ({
      head: [...table.querySelectorAll("th")].map(wordsOf).join(""),
      rows: [...table.querySelectorAll("tbody > tr")].flatMap((row) => beginningOf(row) ?? []),
    })),
  };
}

/** Of what the page prints, longer by a space at its start or before its last part. */
async function pagesWith(page: Page, px: number, where: "start" | "end" = "end"): Promise<string[]> {
  await page.evaluate(makeRoom, { px, where });
  return textOfPages(await pdfOf(page, "A4"));
}

/** In the page, and in the paper that it may lay in its own place to print. No listener is called where no script may run. */
function makeRoom({ px, where }: { px: number; where: "start" | "end" }): void {
  const layIn = (root: ParentNode) => {
    root.querySelector("[data-space]")?.remove();
    const space = document.createElement("div");
    space.dataset.space = "";
    space.style.height = `${px}px`;
    if (where === "end") [...root.querySelectorAll("main section")].at(-1)?.before(space);
    else root.querySelector("main")?.prepend(space);
  };
  const layInPaper = () => {
    const paper = document.querySelector("[data-paper]")?.shadowRoot;
    if (paper) layIn(paper);
  };
  layIn(document);
  addEventListener("beforeprint", layInPaper, { once: true });
}
