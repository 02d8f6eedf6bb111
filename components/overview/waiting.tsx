"use client";

import { usePathname } from "next/navigation";
import type { ReadyAlertProps } from "#components/overview/ready-alert.tsx";
import { useActiveRuns } from "#components/overview/use-active-runs.ts";
import { waitsOf } from "#components/overview/waits-of.ts";
import { preferenceCookies } from "#components/shell/preferences.ts";
import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { useVisits } from "#components/shell/use-visits.ts";
import { WaitingSignal } from "#components/shell/waiting-signal.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";
import { runNumberIn } from "#lib/client/run-number.ts";
import { tabCount } from "#lib/client/tab-count.ts";
import { useWorkerEverywhere } from "#lib/client/use-worker.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { RunSummary } from "#lib/contract/runs.ts";
import { t } from "#lib/words/t.ts";

const EVERY_MS = 8_000;

export type WaitingProps = { person: SignedIn };

const readyAlert = later<ReadyAlertProps>(() =>
  import("#components/overview/ready-alert.tsx").then((part) => part.ReadyAlert),
);

/**
 * Keeps asking what waits for this person, and says so in the tab. So it does of the gates that wait for others: everywhere
 * to whoever commands the run, and on the pages of a run to everybody.
 */
export function Watch({ person }: WaitingProps) {
  useVisits(person.id);
  useWorkerEverywhere(person.id);
  const { somebody } = useFirstSign();
  const hasChosen = document.cookie.includes(`${preferenceCookies.choices}=`);
  const alert = useLater(readyAlert, (hasChosen || somebody) && "now");
  const { active, read } = useActiveRuns(EVERY_MS);
  const waits = waitsOf(active, person);
  const looksAt = useLookedAt();
  const gated = active.filter(({ summary }) => summary.commander.id === person.id || looksAt(summary));
  return (
    <>
      <WaitingSignal count={tabCount(waits, gated)} />
      {isThere(alert) && <alert.Part waits={waits} settled={read} />}
    </>
  );
}

/** Whether this is the page, the report or the record of that run. */
function useLookedAt(): (run: RunSummary) => boolean {
  const [, page, reference = ""] = usePathname().split("/");
  const number = runNumberIn(reference);
  return (run) => page === "runs" && (run.number === number || run.id === reference);
}

/** How much waits for this person. */
export function Count({ person }: WaitingProps) {
  const count = waitsOf(useActiveRuns().active, person).length;
  return count > 0 ? <Badge count={count} label={t(", {count} waiting for you", { count })} /> : null;
}
