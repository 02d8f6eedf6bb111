"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useDeferredValue, useLayoutEffect, useRef } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { timelineQuery } from "#lib/client/timeline/live-timeline.ts";
import { secondsIn } from "#lib/domain/report/segments.ts";
import { t } from "#lib/words/t.ts";

const EVERY_MS = 1_000;

/** A row of one line, with what lies between it and the one before. */
const ROW_PX = 26;

type OnRoom = (rows: number) => void;

/** How many rows have room above these words: the strip keeps its height, and two may take two lines each. */
function useRoom(words: RefObject<HTMLElement | null>, seen: string, onRoom: OnRoom): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may be there when something else is seen
  useLayoutEffect(() => {
    const foot = words.current;
    const rows = foot?.parentElement?.querySelector("ul");
    if (!foot || !rows) return;
    const watch = new ResizeObserver(() => {
      const second = rows.children[1]?.getBoundingClientRect();
      onRoom(second && second.bottom + ROW_PX <= foot.getBoundingClientRect().top ? 3 : 2);
    });
    for (const one of [foot, rows]) watch.observe(one);
    return () => watch.disconnect();
  }, [words, seen, onRoom]);
}

/** What the run has waited for people in all, against what machines worked; added up over the steps. */
export function WaitedSoFar({ onRoom }: { onRoom: OnRoom }) {
  const { run } = useRunDesk();
  const words = useRef<HTMLParagraphElement>(null);
  const data = useDeferredValue(useQuery(timelineQuery(run.id)).data);
  const now = useServerNow(EVERY_MS);
  const known = data && Object.keys(data.steps).length > 0 ? data : null;
  useRoom(words, `${run.seq} ${known !== null}`, onRoom);
  if (!known) return null;
  const { waiting, machine } = secondsIn(known.steps, run.endedAt ?? new Date(now).toISOString());
  return (
    <p
      ref={words}
      className="absolute inset-x-4 bottom-1 text-xs leading-4 text-fg-2 max-md:hidden"
      suppressHydrationWarning
    >
      {t("All steps: {waiting} waiting, {machine} machine", {
        waiting: formatDuration(waiting * 1_000),
        machine: formatDuration(machine * 1_000),
      })}
    </p>
  );
}
