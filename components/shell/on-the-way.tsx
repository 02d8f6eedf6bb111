"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { t } from "#lib/words/t.ts";

const LONG_MS = 1_000;

/** `from`: the address where it was asked for; `by`: the link that was pressed, unless it was asked for otherwise. */
type Asked = { from: string; by: HTMLAnchorElement | null };

/** Shows at once that a press was heard, until the page that it asks for has come. */
export function OnTheWay() {
  const asked = useAsked();
  const isLong = useIsLong(asked);
  const words = t("Opening the page…");
  useEffect(() => {
    asked?.by?.setAttribute("data-on-the-way", "");
    return () => asked?.by?.removeAttribute("data-on-the-way");
  }, [asked]);
  return (
    <>
      <p role="status" className="sr-only">
        {isLong && words}
      </p>
      {asked && (isLong || !asked.by?.isConnected) && (
        <p
          aria-hidden
          data-on-the-way
          className="pointer-events-none fixed bottom-4 left-1/2 z-40 -translate-x-1/2 rounded border border-line-2 bg-surface px-4 py-2 whitespace-nowrap print:hidden"
        >
          {words}
        </p>
      )}
    </>
  );
}

function useAsked(): Asked | null {
  const here = addressOf(usePathname(), useSearchParams());
  const [asked, setAsked] = useState<Asked | null>(null);
  if (asked && asked.from !== here) setAsked(null);
  useEffect(() => {
    let pressed: HTMLAnchorElement | null = null;
    const press = ({ target }: Event) => {
      pressed = target instanceof Element ? target.closest("a") : null;
    };
    const ask = (event: Event) => {
      const to = new URL(String((event as CustomEvent).detail), location.href);
      const by = pressed?.href === to.href ? pressed : null;
      const isElsewhere = addressOf(to.pathname, to.searchParams) !== here;
      // Not as a part of the transition, which is drawn only when the page has come.
      queueMicrotask(() => setAsked(isElsewhere ? { from: here, by } : null));
    };
    // A page that the browser has kept comes back as it was left.
    const forget = () => setAsked(null);
    document.addEventListener("click", press, true);
    window.addEventListener("ask-for-page", ask);
    window.addEventListener("pageshow", forget);
    return () => {
      document.removeEventListener("click", press, true);
      window.removeEventListener("ask-for-page", ask);
      window.removeEventListener("pageshow", forget);
    };
  }, [here]);
  return asked;
}

const addressOf = (path: string, query: URLSearchParams): string => `${path}?${query}`;

/** Only what takes long is worth being read out. */
function useIsLong(asked: Asked | null): boolean {
  const [long, setLong] = useState<Asked | null>(null);
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => setLong(asked), LONG_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return asked !== null && long === asked;
}
