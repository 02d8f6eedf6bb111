"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useActiveRuns } from "#components/overview/use-active-runs.ts";
import { useWaits } from "#components/overview/use-waits.ts";
import { useBrowserChoices } from "#components/shell/use-browser-choices.ts";
import { watchedRuns } from "#lib/client/active-runs.ts";
import { showOnDesktop } from "#lib/client/desktop-notice.ts";
import { alertOf, freshWaits, waitKeys } from "#lib/client/ready-alert.ts";
import { playSignal } from "#lib/client/signal-sound.ts";
import type { SignedIn } from "#lib/contract/people.ts";

const SHOWN_AT_ONCE = 3;

/** Calls this person when something begins to wait for them, as they asked for in this browser. */
export function ReadyAlert({ person }: { person: SignedIn }) {
  const router = useRouter();
  const { sound, desktop } = useBrowserChoices();
  const waits = useWaits(person);
  const settled = useAllRead();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!settled) return;
    const fresh = freshWaits(known.current, waits);
    known.current = new Set(waits.flatMap(waitKeys));
    if (fresh.length === 0) return;
    if (sound) void playSignal();
    if (!desktop) return;
    for (const wait of fresh.slice(0, SHOWN_AT_ONCE)) showOnDesktop(alertOf(wait), (href) => router.push(href));
  }, [settled, waits, sound, desktop, router]);
  return null;
}

/** Whether every run that is watched has been read: before that, what waits is only not known yet. */
function useAllRead(): boolean {
  const { list, active } = useActiveRuns();
  const read = new Map(active.map(({ summary, view, procedure }) => [summary.id, Boolean(view && procedure)]));
  return list.isSuccess && watchedRuns(list.data.runs).every(({ id }) => read.get(id));
}
