"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useBrowserChoices } from "#components/shell/use-browser-choices.ts";
import { showOnDesktop } from "#lib/client/overview/desktop-notice.ts";
import { takesCall } from "#lib/client/overview/one-tab.ts";
import { alertOf, callKeys, freshWaits, isOwnPress, waitKeys } from "#lib/client/overview/ready-alert.ts";
import { playSignal } from "#lib/client/overview/signal-sound.ts";
import type { Wait } from "#lib/client/overview/waits.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { Run } from "#lib/domain/run/state.ts";

const SHOWN_AT_ONCE = 3;

export type ReadyAlertProps = {
  person: SignedIn;
  runs: readonly Run[];
  waits: readonly Wait[];
  /** Every run that is watched has been read: before that, what waits is only not known yet. */
  settled: boolean;
};

/** Calls this person when something begins to wait for them, as they asked for in this browser: one tab of it, once. */
export function ReadyAlert({ person, runs, waits, settled }: ReadyAlertProps) {
  const router = useRouter();
  const { sound, desktop } = useBrowserChoices();
  const known = useRef<ReadonlySet<string> | null>(null);
  const before = useRef<ReadonlyMap<string, Run>>(new Map());
  useEffect(() => {
    if (!settled) return;
    const fresh = freshWaits(known.current, waits).filter(
      (wait) => !isOwnPress(wait, before.current.get(wait.run.id), person.id),
    );
    known.current = new Set(waits.flatMap(waitKeys));
    before.current = new Map(runs.map((run) => [run.id, run]));
    if (fresh.length === 0) return;
    if (sound) void playSignal(() => takes("sound", fresh));
    if (desktop) void show(fresh, (href) => router.push(href));
  }, [settled, waits, runs, person.id, sound, desktop, router]);
  return null;
}

/** Whether it is this tab that calls. */
const takes = (kind: "sound" | "desktop", fresh: readonly Wait[]): Promise<boolean> =>
  takesCall(fresh.flatMap(callKeys).map((key) => `${kind} ${key}`));

async function show(fresh: readonly Wait[], go: (href: string) => void): Promise<void> {
  for (const wait of fresh.slice(0, SHOWN_AT_ONCE))
    if (await takes("desktop", [wait])) showOnDesktop(alertOf(wait), go);
}
