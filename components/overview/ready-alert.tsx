"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useBrowserChoices } from "#components/shell/use-browser-choices.ts";
import { mayLeave } from "#components/shell/use-unsaved.ts";
import { showOnDesktop } from "#lib/client/overview/desktop-notice.ts";
import { takesCall } from "#lib/client/overview/one-tab.ts";
import {
  alertOf,
  callKeys,
  freshWaits,
  heardAt,
  isOwnPress,
  TOLD_AT_ONCE,
  waitKeys,
} from "#lib/client/overview/ready-alert.ts";
import { playSignal } from "#lib/client/overview/signal-sound.ts";
import type { Wait } from "#lib/client/overview/waits.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { Run } from "#lib/domain/run/state.ts";

export type ReadyAlertProps = {
  person: SignedIn;
  runs: readonly Run[];
  waits: readonly Wait[];
  /** Every run that is watched has been read: before that, what waits is only not known yet. */
  settled: boolean;
};

/** Each telling has a number of its own: the same words as before are put there anew, else they are not read out. */
type Told = { number: number; fresh: readonly Wait[] };

/** What waits no longer is not there to be read either. */
function next(told: Told, fresh: readonly Wait[], waiting: ReadonlySet<string>): Told {
  if (fresh.length > 0) return { number: told.number + 1, fresh };
  return told.fresh.flatMap(waitKeys).every((key) => waiting.has(key)) ? told : { ...told, fresh: [] };
}

/**
 * Calls this person when something begins to wait for them, as they asked for in this browser: one tab of it, once. A screen
 * reader is told on every page.
 */
export function ReadyAlert({ person, runs, waits, settled }: ReadyAlertProps) {
  const router = useRouter();
  const { sound, desktop } = useBrowserChoices();
  const known = useRef<ReadonlySet<string> | null>(null);
  const [told, setTold] = useState<Told>({ number: 0, fresh: [] });
  const path = usePathname();
  const before = useRef<ReadonlyMap<string, Run>>(new Map());
  useEffect(() => {
    if (!settled) return;
    const fresh = freshWaits(known.current, waits).filter(
      (wait) => !isOwnPress(wait, before.current.get(wait.run.id), person.id),
    );
    const waiting = new Set(waits.flatMap(waitKeys));
    known.current = waiting;
    before.current = new Map(runs.map((run) => [run.id, run]));
    setTold((told) => next(told, fresh, waiting));
    if (fresh.length === 0) return;
    if (sound) void playSignal(() => takes("sound", fresh));
    if (desktop) void show(fresh, (href) => mayLeave() && router.push(href));
  }, [settled, waits, runs, person.id, sound, desktop, router]);
  return (
    // There before any words; and an open dialog, which hides the page, leaves what has `aria-live`.
    <p data-waits-told role="status" aria-live="polite" className="sr-only">
      <span key={told.number}>{heardAt(path, told.fresh)}</span>
    </p>
  );
}

/** Whether it is this tab that calls. */
const takes = (kind: "sound" | "desktop", fresh: readonly Wait[]): Promise<boolean> =>
  takesCall(fresh.flatMap(callKeys).map((key) => `${kind} ${key}`));

async function show(fresh: readonly Wait[], go: (href: string) => void): Promise<void> {
  for (const wait of fresh.slice(0, TOLD_AT_ONCE)) if (await takes("desktop", [wait])) showOnDesktop(alertOf(wait), go);
}
