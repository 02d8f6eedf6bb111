"use client";

import { ArrowUp, Hourglass } from "lucide-react";
import { useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Wait } from "#lib/client/overview/waits.ts";
import { t, tn } from "#lib/words/t.ts";

/** The same thing, in whatever words. */
const keyOf = ({ run, need, step }: Wait): string => `${run.id} ${need} ${step?.number ?? ""}`;

/** How many of these came since somebody had them in sight. `away`: whether they are above; null while none are drawn. */
export function useUnseen(waits: readonly Wait[], away: boolean | null): number {
  const keys = waits.map(keyOf);
  const [seen, setSeen] = useState<readonly string[]>(keys);
  const unseen = keys.filter((key) => !seen.includes(key)).length;
  if (away === false && (unseen > 0 || seen.length !== keys.length)) setSeen(keys);
  return away ? unseen : 0;
}

/** What waits came above what somebody reads: it is told at the foot of the window, where it moves nothing. */
export function WaitsAbove({ unseen }: { unseen: number }) {
  if (unseen === 0) return null;
  return (
    <div className="border-t border-line-2 print:hidden">
      <Alert
        shape="band"
        tone="wait"
        brief
        icon={<Hourglass aria-hidden />}
        title={tn("{count} more waits for you.", "{count} more wait for you.", unseen)}
        action={
          <Button icon={<ArrowUp aria-hidden />} onClick={show}>
            {t("Show")}
          </Button>
        }
      />
    </div>
  );
}

function show(): void {
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>("main [data-go]")?.focus({ preventScroll: true });
}
