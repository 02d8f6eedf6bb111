"use client";

import type { ReadyAlertProps } from "#components/overview/ready-alert.tsx";
import { useActiveRuns } from "#components/overview/use-active-runs.ts";
import { waitsOf } from "#components/overview/waits-of.ts";
import { preferenceCookies } from "#components/shell/preferences.ts";
import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { useVisits } from "#components/shell/use-visits.ts";
import { WaitingSignal } from "#components/shell/waiting-signal.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";
import { hasWaitingGate } from "#lib/client/overview/gate-in-tab.ts";
import { useWorkerEverywhere } from "#lib/client/pack/use-worker.ts";
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
  useWorkerEverywhere(person.id);
  const { somebody } = useFirstSign();
  const hasChosen = document.cookie.includes(`${preferenceCookies.choices}=`);
  const alert = useLater(readyAlert, (hasChosen || somebody) && "now");
  const { active, read } = useActiveRuns(EVERY_MS, true);
  const waits = waitsOf(active, person);
  const runs = active.flatMap(({ view }) => (view ? [view.run] : []));
  return (
    <>
      <WaitingSignal count={waits.length} gate={hasWaitingGate(active)} />
      {isThere(alert) && <alert.Part person={person} runs={runs} waits={waits} settled={read} />}
    </>
  );
}

/** How much waits for this person: among as many runs as the tab counts. */
export function Count({ person }: WaitingProps) {
  const count = waitsOf(useActiveRuns(undefined, true).active, person).length;
  return count > 0 ? <Badge count={count} label={t(", {count} waiting for you", { count })} /> : null;
}
