"use client";

import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { useKeys } from "#components/shell/use-keys.ts";

/** The overview by keyboard: from line to line, and into the filter. */
export function OverviewKeys() {
  const { take } = useFirstSign();
  useKeys("overview", { next: () => go(1), previous: () => go(-1), search: toFilter, new: toNewRun }, take);
  return null;
}

/** To the next thing that leads somewhere; from nowhere to the first. */
function go(by: 1 | -1): boolean {
  const all: (Element | null)[] = [...document.querySelectorAll("main [data-go]")];
  const at = all.indexOf(document.activeElement);
  const to = all[at < 0 ? 0 : at + by];
  if (!(to instanceof HTMLElement)) return false;
  to.focus();
  return true;
}

/** As its button does, which only those see who may; from there the Tab key goes on into the form, not through the navigation. */
function toNewRun(): boolean {
  const link = document.querySelector<HTMLElement>('[data-shortcut="new"]');
  link?.focus();
  link?.click();
  return link !== null;
}

function toFilter(): boolean {
  const field = document.querySelector<HTMLElement>('main [data-shortcut="filter"]');
  field?.focus();
  return field !== null;
}
