"use client";

import { LogIn, Unplug } from "lucide-react";
import { useState } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Age } from "#components/shell/connection.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";
import { Words } from "#components/ui/words.tsx";
import { runAddress } from "#lib/client/run-name.ts";
import type { LiveRun } from "#lib/client/use-run.ts";
import { signInAddress } from "#lib/contract/return-path.ts";
import { t } from "#lib/words/t.ts";

const saveKept = later<object>(() => import("#components/runs/save-kept.tsx").then((part) => part.SaveKept));

/** Where the page says why it is read only. */
export const CONNECTION_BANNER = "connection-banner";

/** At the foot of the window: in sight wherever somebody reads, and nothing moves when it comes. */
export function ConnectionBanner({ live }: { live: LiveRun }) {
  const { state } = live.connection;
  const [wasStale, setWasStale] = useState(false);
  if (state === "stale" && !wasStale) setWasStale(true);
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
  const saving = useLater(saveKept, "soon");
  if (signedOut) {
    return (
      <Alert
        shape="band"
        tone="bad"
        live="assertive"
        icon={<LogIn aria-hidden />}
        title={t("You are signed out.")}
        action={<ButtonLink href={signInAddress(runAddress(run.number))}>{t("Sign in")}</ButtonLink>}
      >
        {t("What you see may have changed. Read only until you sign in again.")}
      </Alert>
    );
  }
  if (connection.state !== "stale") return null;
  return (
    <Alert
      shape="band"
      tone="bad"
      live="assertive"
      icon={<Unplug aria-hidden />}
      title={t("Stale.")}
      action={isThere(saving) && <saving.Part />}
    >
      <Words
        of="The server does not answer{age}. Read only until it does. What you see may have changed."
        with={{
          // It counts, and must not be read out at every second.
          age: (
            <span aria-hidden>
              <Age lastUpdateAt={connection.lastUpdateAt} />
            </span>
          ),
        }}
      />
    </Alert>
  );
}
