"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { RIGHTS_HEARD } from "#lib/client/api.ts";

/**
 * Reads the page anew, with all that is typed on it, once an answer says that its reader has another name, other groups or another
 * role than it was made for.
 */
export function useFreshRights(): void {
  const router = useRouter();
  useEffect(() => {
    let asked: string | undefined;
    const hear = (event: Event) => {
      const now = (event as CustomEvent<string>).detail;
      const shown = document.querySelector<HTMLElement>("[data-rights]")?.dataset.rights;
      if (shown === undefined || now === shown || now === asked) return;
      asked = now;
      router.refresh();
    };
    window.addEventListener(RIGHTS_HEARD, hear);
    return () => window.removeEventListener(RIGHTS_HEARD, hear);
  }, [router]);
}
