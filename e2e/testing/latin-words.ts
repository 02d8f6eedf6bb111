import type { Page } from "@playwright/test";
import type { Api } from "./api.ts";

/** What is the same in every language: names of products, formats, standards and zones, and keys. */
const NAMES = new Set(
  "API CSV HTML JSON YAML SHA SHA-256 UTC JST RTO RPO RTA RPA MiB KiB Node.js Chrome Linux English Bearer HTTP SSH Webhook Slack Microsoft Teams ssh http node vm Ctrl Shift Tab Enter Escape Esc".split(
    " ",
  ),
);
/** A version, a run, a step, a variable of a host. */
const NUMBERED = /^(v|R-)\d+$/;

/** Names of programs, the command that is to be approved, what a mail server answers, hashes, marks of tests, addresses, codes of the operating system, options, parameters. */
const MACHINE =
  /(?<=プログラム )\S+|(?<=の承認を要求: ).+|(?<=認証情報 )\S+(?=:)|(?<=メールサーバーの応答: )[^。]+|[0-9a-f]{12,}|\b[0-9a-f]{6}\b|\bhttps?:\S+|\bE[A-Z]{4,}\b|--\w+|\b\w+@[\d.]+|\be2e-\d+|\b[a-z]+_[a-z_]+\b/g;
const ZONE = /\b[A-Z]\w+\/[A-Z]\w+\b/g;

/** Where lists say what somebody wrote. */
const LISTS = [
  "/api/users",
  "/api/people",
  "/api/procedures",
  "/api/sites",
  "/api/workers",
  "/api/saved-filters",
  "/api/notices/channels",
];
const WRITTEN = new Set(
  "name title email host key label question groups place description remarks instructions why reason owner text as how argv".split(
    " ",
  ),
);

/** Texts that people wrote, in an answer of the API. */
export function writtenIn(value: unknown, under = ""): string[] {
  if (typeof value === "string") return WRITTEN.has(under) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => writtenIn(one, under));
  if (typeof value !== "object" || value === null) return [];
  // The connections of a site are called by what leads to them.
  const names = under === "ssh" || under === "http" ? Object.keys(value) : [];
  return [...names, ...Object.entries(value).flatMap(([key, inner]) => writtenIn(inner, key))];
}

async function writtenByPeople(api: Api): Promise<string[]> {
  return (await Promise.all(LISTS.map((at) => everyPage(api, at)))).flatMap((answer) =>
    // People are also called by their first name.
    writtenIn(answer).flatMap((text) => [text, ...(/^\w+ \w+$/.test(text) ? [text.split(" ")[0] ?? ""] : [])]),
  );
}

/** Of a list that is answered in pages, all of them. */
async function everyPage(api: Api, at: string): Promise<unknown[]> {
  const pages: { next?: string | null }[] = [];
  for (let after: string | null | undefined = ""; after !== null && after !== undefined; after = pages.at(-1)?.next) {
    pages.push(await api.call("GET", after === "" ? at : `${at}?after=${encodeURIComponent(after)}`));
  }
  return pages;
}

/**
 * Every text of the page and of its names for screen readers, but not what a machine reads; and apart from them what is
 * marked as nobody's to translate, because somebody wrote it. It may stand in a sentence too.
 */
const textsOf = (page: Page): Promise<{ said: string[]; written: string[] }> =>
  page.evaluate(() => {
    // What is told of every run is told of those of other tests too, with what is written there.
    const others = "[data-waits-told]";
    const unread = `code, pre, kbd, script, style, textarea, input, next-route-announcer, [lang]:not(html), .font-mono, ${others}`;
    const mine = '[translate="no"]';
    const said: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest(`${unread}, ${mine}`)) said.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      if (element.closest("code")) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) said.push(element.getAttribute(name) ?? "");
    }
    // What has a language of its own is named to screen readers as it is.
    return {
      said,
      written: [...document.querySelectorAll(`${mine}, [lang]:not(html)`)].map(({ textContent }) => textContent ?? ""),
    };
  });

/**
 * Texts with words in Latin letters that are neither names nor `written` by people. What all of them have written by
 * now is much: the API is asked for it only where a text is left.
 */
export async function latinWords(page: Page, written: readonly string[], api?: Api): Promise<string[]> {
  const texts = await textsOf(page);
  const known = [...written, ...texts.written];
  const left = latinBut(known, texts.said);
  return api && left.length > 0 ? latinBut([...known, ...(await writtenByPeople(api))], left) : left;
}

function latinBut(known: readonly string[], texts: readonly string[]): string[] {
  const byPeople = [...new Set(known)].filter((text) => /[a-z]/i.test(text));
  const longestFirst = byPeople.sort((a, b) => b.length - a.length);
  const found = [...new Set(texts)].filter((text) => {
    // A zone may have the name of a site in its own.
    const unwritten = longestFirst.reduce((rest, each) => rest.replaceAll(each, " "), text.replace(ZONE, " "));
    const words = unwritten.replace(MACHINE, " ").match(/[A-Za-z][\w.-]*\w/g) ?? [];
    return words.some((word) => !NAMES.has(word) && !NUMBERED.test(word));
  });
  return [...new Set(found.map((text) => text.trim()))];
}
