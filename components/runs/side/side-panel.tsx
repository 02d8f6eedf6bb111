"use client";

import { runPart } from "#components/runs/run-part.ts";
import type { SidePartsProps } from "#components/runs/side/side-parts.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { isThere, useLater } from "#components/ui/later.ts";
import { NotFetched } from "#components/ui/not-fetched.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { t } from "#lib/words/t.ts";

/** What the keys of notes and timeline lead to. */
export const sideParts = runPart("SideParts");

type SidePanelProps = SidePartsProps & { hiddenOnPhone: boolean };

/** Timeline, facts, notes and events: beside the steps where there is room, under them elsewhere, a tab on a phone. */
export function SidePanel({ hiddenOnPhone, ...props }: SidePanelProps) {
  const parts = useLater(sideParts, "soon");
  return (
    <aside
      id="run-side"
      data-scrolls
      aria-label={t("Timeline, facts, notes and events")}
      className={classNames(
        "grid content-start gap-6 md:max-lg:grid-cols-2 lg:sticky lg:top-(--under-head) lg:max-h-[calc(100dvh-var(--under-head)-0.5rem-var(--drawer,0px))] lg:-ml-1 lg:overflow-y-auto lg:px-1 [overflow-anchor:none]",
        hiddenOnPhone && "max-md:hidden",
      )}
    >
      {isThere(parts) ? (
        <parts.Part {...props} />
      ) : parts === "failed" ? (
        <NotFetched onAgain={sideParts.fetch} />
      ) : (
        <Skeleton lines={4} label={t("Fetching…")} />
      )}
    </aside>
  );
}
