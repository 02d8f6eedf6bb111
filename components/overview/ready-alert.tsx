"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useBrowserChoices } from "#components/shell/use-browser-choices.ts";
import { showOnDesktop } from "#lib/client/desktop-notice.ts";
import { alertOf, freshWaits, waitKeys } from "#lib/client/ready-alert.ts";
import { playSignal } from "#lib/client/signal-sound.ts";
import type { Wait } from "#lib/client/waits.ts";

const SHOWN_AT_ONCE = 3;

export type ReadyAlertProps = {
  waits: readonly Wait[];
  /** Every run that is watched has been read: before that, what waits is only not known yet. */
  settled: boolean;
};

/** Calls this person when something begins to wait for them, as they asked for in this browser. */
export function ReadyAlert({ waits, settled }: ReadyAlertProps) {
  const router = useRouter();
  const { sound, desktop } = useBrowserChoices();
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
