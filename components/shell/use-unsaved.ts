import { useEffect } from "react";
import { t } from "#lib/words/t.ts";

const unsavedForms = new Set<symbol>();

/** Whether another page may take the place of this one: asked as the browser asks, while something would be lost. */
export const mayLeave = (): boolean =>
  unsavedForms.size === 0 || window.confirm(t("What you entered on this page is not saved. Leave without it?"));

/** Asks before the page is left or read anew, as when another language is chosen, while something would be lost. */
export function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const self = Symbol();
    unsavedForms.add(self);
    const leaves = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", leaves);
    document.addEventListener("click", follows, { capture: true });
    return () => {
      unsavedForms.delete(self);
      window.removeEventListener("beforeunload", leaves);
      document.removeEventListener("click", follows, { capture: true });
    };
  }, [unsaved]);
}

/** Before the link itself hears of it. */
function follows(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || !leadsAway(link, event) || mayLeave()) return;
  event.preventDefault();
  event.stopPropagation();
}

/** To another page of the console, in this tab; before any other the browser asks. */
function leadsAway(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const opens = link.target !== "" && link.target !== "_self";
  if (elsewhere || opens || link.hasAttribute("download") || link.origin !== location.origin) return false;
  return link.pathname !== location.pathname || link.search !== location.search;
}
