"use client";

import { LogIn, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { Age } from "#components/shell/connection.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Words } from "#components/ui/words.tsx";
import { signInAddress } from "#lib/contract/return-path.ts";
import { t } from "#lib/words/t.ts";
import type { Instant } from "#lib/words/time.ts";

const band = { shape: "band", tone: "bad", live: "assertive" } as const;

/** `to`: where signing in leads back. */
export const SignedOut = ({ to, children }: { to: string; children: ReactNode }) => (
  <Alert
    {...band}
    icon={<LogIn aria-hidden />}
    title={t("You are signed out.")}
    action={<ButtonLink href={signInAddress(to)}>{t("Sign in")}</ButtonLink>}
  >
    {children}
  </Alert>
);

type StaleProps = {
  of:
    | "The server does not answer{age}. Read only until it does. What you see may have changed."
    | "The server does not answer{age}. What you see may have changed, and what you send now may not arrive.";
  lastUpdateAt: Instant;
  action?: ReactNode;
};

/** What the server does not answering means for the page. */
export const Stale = ({ of, lastUpdateAt, action }: StaleProps) => (
  <Alert {...band} icon={<Unplug aria-hidden />} title={t("Stale.")} action={action}>
    <Words
      of={of}
      with={{
        // It counts, and must not be read out at every second.
        age: (
          <span aria-hidden>
            <Age lastUpdateAt={lastUpdateAt} />
          </span>
        ),
      }}
    />
  </Alert>
);
