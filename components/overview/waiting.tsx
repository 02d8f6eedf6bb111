"use client";

import { useWaits } from "#components/overview/use-waits.ts";
import { preferenceCookies } from "#components/shell/preferences.ts";
import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { WaitingSignal } from "#components/shell/waiting-signal.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import { t } from "#lib/words/t.ts";

const EVERY_MS = 8_000;

export type WaitingProps = { person: SignedIn };

const readyAlert = later<WaitingProps>(() =>
  import("#components/overview/ready-alert.tsx").then((part) => part.ReadyAlert),
);

/** Keeps asking what waits for this person, and says so in the tab. */
export function Watch({ person }: WaitingProps) {
  const { somebody } = useFirstSign();
  const hasChosen = document.cookie.includes(`${preferenceCookies.choices}=`);
  const alert = useLater(readyAlert, (hasChosen || somebody) && "now");
  const count = useWaits(person, EVERY_MS).length;
  return (
    <>
      <WaitingSignal count={count} />
      {isThere(alert) && <alert.Part person={person} />}
    </>
  );
}

/** How much waits for this person. */
export function Count({ person }: WaitingProps) {
  const count = useWaits(person).length;
  return count > 0 ? <Badge count={count} label={t(", {count} waiting for you", { count })} /> : null;
}
