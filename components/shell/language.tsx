"use client";

import { type ReactNode, use } from "react";
import { type Locale, readFrom } from "#lib/words/language.ts";

const isBrowser = typeof document !== "undefined";

/** Only a page that is not English loads sentences, once; at once where the server says so in what it drew. */
let arriving = isBrowser && document.documentElement.lang === "ja" ? loadJapanese() : null;

async function loadJapanese(): Promise<void> {
  const { japaneseReader } = await import("#lib/words/japanese.ts");
  readFrom(() => japaneseReader);
}

/** Holds the page as the server drew it until its sentences are here. */
export function Language({ locale: wanted, children }: { locale: Locale; children: ReactNode }) {
  if (isBrowser && wanted === "ja") {
    // Of a page that is not found the server draws nothing, not even its language.
    arriving ??= loadJapanese();
    use(arriving);
  }
  return children;
}
