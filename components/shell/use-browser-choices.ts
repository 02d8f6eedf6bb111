"use client";

import { useSyncExternalStore } from "react";
import { preferenceCookies, rememberPreference } from "#components/shell/preferences.ts";
import { type BrowserChoices, readChoices, writeChoices } from "#lib/client/browser-choices.ts";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const kept = (): string => {
  const said = document.cookie.split("; ").find((part) => part.startsWith(`${preferenceCookies.choices}=`));
  return said?.slice(preferenceCookies.choices.length + 1).replaceAll("%20", " ") ?? "";
};

/** What somebody chose for this browser; on the server, and until the page has come to life, what holds at first. */
export function useBrowserChoices(): BrowserChoices {
  return readChoices(useSyncExternalStore(subscribe, kept, () => ""));
}

export function choose(change: Partial<BrowserChoices>): void {
  rememberPreference("choices", writeChoices({ ...readChoices(kept()), ...change }));
  for (const listener of listeners) listener();
}
