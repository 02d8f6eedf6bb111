"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Wifi } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { usePollState } from "#components/overview/use-poll-state.ts";
import { useServerNow } from "#components/shell/server-time.tsx";
import { SignedOut } from "#components/shell/signed-out.tsx";
import { Stale } from "#components/shell/stale.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { firstField } from "#components/ui/use-focus-added.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { notOver } from "#lib/client/overview/active-runs.ts";
import { runsQuery } from "#lib/client/queries.ts";
import { t } from "#lib/words/t.ts";

const SAID_MS = 10_000;

const GAP_PX = 8;

/** Only where what somebody types in is hidden is the page scrolled: what they read moves nowhere. */
function uncover(band: HTMLElement | null): void {
  const field = document.activeElement;
  if (!band || !field?.matches(firstField) || !document.getElementById("main")?.contains(field)) return;
  const { top, bottom } = field.getBoundingClientRect();
  const hidden = bottom - band.getBoundingClientRect().top;
  if (hidden > (bottom - top) / 2) scrollBy({ top: Math.min(hidden + GAP_PX, top) });
}

/** At the foot of the window: in sight wherever somebody reads or writes, and nothing moves when it comes. */
export function AwayBand() {
  // What every page asks for again and again; here it is only listened to.
  const list = useQuery({ ...runsQuery(notOver), enabled: false });
  // Before that is answered, the page itself was an answer.
  const [shownAtMs] = useState(Date.now);
  const state = usePollState({ ...list, dataUpdatedAt: list.dataUpdatedAt || shownAtMs });
  const signedOut = list.error instanceof ApiError && list.error.problem.code === "unauthenticated";
  const isStale = state?.state === "stale";
  const isBack = useIsBack(state?.state === "live", signedOut || isStale);
  const band = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (signedOut || isStale || isBack) uncover(band.current);
  }, [signedOut, isStale, isBack]);
  return (
    <div ref={band} className="border-line-2 has-[>div>div]:border-t">
      <div>
        {signedOut ? (
          <LedBack />
        ) : (
          state?.state === "stale" && (
            <Stale
              of="The server does not answer{age}. What you see may have changed, and what you send now may not arrive."
              lastUpdateAt={state.lastUpdateAt}
            />
          )
        )}
      </div>
      <div role="status">
        {isBack && <Alert shape="band" icon={<Wifi aria-hidden />} title={t("The server answers again.")} live="off" />}
      </div>
    </div>
  );
}

function LedBack() {
  const here = `${usePathname()}?${useSearchParams()}`.replace(/\?$/, "");
  return (
    <SignedOut to={here}>
      {t("What you see may have changed, and what you send is refused until you sign in again.")}
    </SignedOut>
  );
}

/** Whether the page has come back a moment ago. What it shows is then read anew. */
function useIsBack(live: boolean, away: boolean): boolean {
  const client = useQueryClient();
  const nowMs = useServerNow();
  const [wasAway, setWasAway] = useState(false);
  const [backAtMs, setBackAtMs] = useState<number | null>(null);
  if (away && !wasAway) {
    setWasAway(true);
    setBackAtMs(null);
  }
  if (live && wasAway) {
    setWasAway(false);
    setBackAtMs(nowMs);
  }
  useEffect(() => {
    // Not the page as the server drew it: where the network comes and goes, Next.js would leave for the browser's own page.
    if (backAtMs !== null) void client.invalidateQueries();
  }, [backAtMs, client]);
  return backAtMs !== null && nowMs - backAtMs < SAID_MS;
}
