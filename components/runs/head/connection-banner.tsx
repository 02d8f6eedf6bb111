"use client";

import { useState } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { runPart } from "#components/runs/run-part.ts";
import { Stale } from "#components/shell/stale.tsx";
import { isThere, useLater } from "#components/ui/later.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import type { LiveRun } from "#lib/client/run/use-run.ts";
import { t } from "#lib/words/t.ts";

const saveRun = runPart("SaveRun");
const signedOutBand = runPart("SignedOut");

/** Where the page says why it is read only. */
export const CONNECTION_BANNER = "connection-banner";

/** At the foot of the window: in sight wherever somebody reads, and nothing moves when it comes. */
export function ConnectionBanner({ live }: { live: LiveRun }) {
  const { state } = live.connection;
  const [wasStale, setWasStale] = useState(false);
  if (state === "stale" && !live.signedOut && !wasStale) setWasStale(true);
  return (
    <>
      <p role="status" className="sr-only">
        {wasStale && state === "live" && t("The server answers again.")}
      </p>
      <WhyReadOnly live={live} />
    </>
  );
}

function WhyReadOnly({ live: { connection, signedOut } }: { live: LiveRun }) {
  const { run } = useRunDesk();
  const saving = useLater(saveRun, "soon");
  const leaving = useLater(signedOutBand, "soon");
  if (signedOut) {
    const what = t("What you see may have changed. Read only until you sign in again.");
    const here = runAddress(run.number);
    if (isThere(leaving)) return <leaving.Part to={here}>{what}</leaving.Part>;
    return (
      <div role="alert" className="bg-bad-tint px-4 py-2">
        {what}{" "}
        <a href={`/sign-in?return=${here}`} className="text-link underline">
          {t("Sign in")}
        </a>
      </div>
    );
  }
  if (connection.state !== "stale") return null;
  return (
    <Stale
      of="The server does not answer{age}. Read only until it does. What you see may have changed."
      lastUpdateAt={connection.lastUpdateAt}
      action={isThere(saving) && <saving.Part />}
    />
  );
}
