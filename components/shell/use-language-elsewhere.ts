"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { preferenceCookies } from "#components/shell/preferences.ts";
import { asLocale, locale } from "#lib/words/language.ts";

/**
 * Another window of this browser may have chosen another language, in which the server answers from then on: the next page is
 * read anew, as a whole. The page before stays in one language, with all that is typed on it.
 */
export function useLanguageElsewhere(): void {
  const path = usePathname();
  const before = useRef(path);
  useEffect(() => {
    if (path === before.current) return;
    before.current = path;
    const chosen = asLocale(new RegExp(`\\b${preferenceCookies.locale}=(\\w+)`).exec(document.cookie)?.[1]);
    if (chosen !== undefined && chosen !== locale()) window.location.reload();
  }, [path]);
}
