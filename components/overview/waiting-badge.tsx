"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useWaits } from "#components/overview/use-waits.ts";
import { preferenceCookies } from "#components/shell/preferences.ts";
import { useFirstSign } from "#components/shell/use-first-sign.ts";
import { useLater } from "#components/shell/use-later.ts";
import { WaitingSignal } from "#components/shell/waiting-signal.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { SignedIn } from "#lib/contract/people.ts";
import { t } from "#lib/words/t.ts";

const EVERY_MS = 8_000;

type WaitingProps = { person: SignedIn };

/** Keeps asking what waits for this person, on every page, and says so in the tab. */
export const WaitingWatch = ({ person }: WaitingProps) => (
  <Later>
    <Watch person={person} />
  </Later>
);

export const WaitingBadge = ({ person }: WaitingProps) => (
  <Later>
    <Count person={person} />
  </Later>
);

/** Not before the page: a query that exists already keeps the page from starting with what the server read for it. */
function Later({ children }: { children: ReactNode }) {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted ? children : null;
}

const loadAlert = () => import("#components/overview/ready-alert.tsx").then(({ ReadyAlert }) => ReadyAlert);

function Watch({ person }: WaitingProps) {
  const { somebody } = useFirstSign();
  const hasChosen = document.cookie.includes(`${preferenceCookies.choices}=`);
  const alert = useLater((hasChosen || somebody) && "now", loadAlert);
  const count = useWaits(person, EVERY_MS).length;
  return (
    <>
      <WaitingSignal count={count} />
      {alert && alert !== "failed" && <alert.Part person={person} />}
    </>
  );
}

function Count({ person }: WaitingProps) {
  const count = useWaits(person).length;
  return count > 0 ? <Badge count={count} label={t(", {count} waiting for you", { count })} /> : null;
}
