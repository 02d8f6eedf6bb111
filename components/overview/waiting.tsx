"use client";

import { useState } from "react";
import type { ReadyAlertProps } from "#components/overview/ready-alert.tsx";
import { useActiveRuns } from "#components/overview/use-active-runs.ts";
import { waitsOf } from "#components/overview/waits-of.ts";
import { preferenceCookies } from "#components/shell/preferences.ts";
import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { useLanguageElsewhere } from "#components/shell/use-language-elsewhere.ts";
import { useVisits } from "#components/shell/use-visits.ts";
import { WaitingSignal } from "#components/shell/waiting-signal.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";
import { hasWaitingGate } from "#lib/client/overview/gate-in-tab.ts";
import { useWorkerEverywhere } from "#lib/client/pack/use-worker.ts";
import { useFreshRights } from "#lib/client/people/use-fresh-rights.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import { t } from "#lib/words/t.ts";

const EVERY_MS = 8_000;

export type WaitingProps = { person: SignedIn };

const readyAlert = later<ReadyAlertProps>(() =>
  import("#components/overview/ready-alert.tsx").then((part) => part.ReadyAlert),
);

/**
 * Keeps asking what waits for this person, and says so in the tab: how much it is, and apart from that whether a gate waits
 * anywhere, which concerns everybody.
 */
export function Watch({ person }: WaitingProps) {
  useVisits(person.id);
  useFreshRights();
  useLanguageElsewhere();
  useWorkerEverywhere(person.id);
  const { somebody } = useFirstSign();
  const hasChosen = document.cookie.includes(`${preferenceCookies.choices}=`);
  // A screen reader may read without one sign of a person.
  const alert = useLater(readyAlert, hasChosen || somebody ? "now" : "soon");
  const { active, read, settled } = useActiveRuns(EVERY_MS, true);
  const waits = waitsOf(active, person);
  const count = useWhole(waits.length, settled);
  const runs = active.flatMap(({ view }) => (view ? [view.run] : []));
  return (
    <>
      <WaitingSignal count={count} gate={hasWaitingGate(active)} />
      {isThere(alert) && <alert.Part person={person} runs={runs} waits={waits} settled={read} />}
    </>
  );
}

/** While something is still being read, what was counted before that: a part of it would be shown as if it were all. */
function useWhole(count: number, settled: boolean): number {
  const [whole, setWhole] = useState(0);
  if (settled && count !== whole) setWhole(count);
  return settled ? count : whole;
}

/** How much waits for this person: among as many runs as the tab counts. */
export function Count({ person }: WaitingProps) {
  const { active, settled } = useActiveRuns(undefined, true);
  const count = useWhole(waitsOf(active, person).length, settled);
  return count > 0 ? <Badge count={count} label={t(", {count} waiting for you", { count })} /> : null;
}
