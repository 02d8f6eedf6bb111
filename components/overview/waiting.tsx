"use client";

import { usePathname } from "next/navigation";
import { useActiveRuns } from "#components/overview/use-active-runs.ts";
import { useWaits } from "#components/overview/use-waits.ts";
import { preferenceCookies } from "#components/shell/preferences.ts";
import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { WaitingSignal } from "#components/shell/waiting-signal.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";
import { runNumberIn } from "#lib/client/run-number.ts";
import { tabCount } from "#lib/client/tab-count.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

const EVERY_MS = 8_000;

export type WaitingProps = { person: SignedIn };

const readyAlert = later<WaitingProps>(() =>
  import("#components/overview/ready-alert.tsx").then((part) => part.ReadyAlert),
);

/** Keeps asking what waits for this person, and says so in the tab; on the pages of a run also what its gates wait for. */
export function Watch({ person }: WaitingProps) {
  const { somebody } = useFirstSign();
  const hasChosen = document.cookie.includes(`${preferenceCookies.choices}=`);
  const alert = useLater(readyAlert, (hasChosen || somebody) && "now");
  const waits = useWaits(person, EVERY_MS);
  const looked = useLookedAt();
  return (
    <>
      <WaitingSignal count={tabCount(waits, looked)} />
      {isThere(alert) && <alert.Part person={person} />}
    </>
  );
}

/** The run whose page, report or record this is. */
function useLookedAt(): Run | undefined {
  const path = usePathname();
  const { active } = useActiveRuns();
  const [, page, reference = ""] = path.split("/");
  if (page !== "runs") return undefined;
  const number = runNumberIn(reference);
  return active.find(({ summary }) => summary.number === number || summary.id === reference)?.view?.run;
}

/** How much waits for this person. */
export function Count({ person }: WaitingProps) {
  const count = useWaits(person).length;
  return count > 0 ? <Badge count={count} label={t(", {count} waiting for you", { count })} /> : null;
}
