"use client";

import { LogIn } from "lucide-react";
import type { ReactNode } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { signInAddress } from "#lib/contract/return-path.ts";
import { t } from "#lib/words/t.ts";

/** `to`: where signing in leads back. */
export const SignedOut = ({ to, children }: { to: string; children: ReactNode }) => (
  <Alert
    shape="band"
    tone="bad"
    live="assertive"
    icon={<LogIn aria-hidden />}
    title={t("You are signed out.")}
    action={
      // No client navigation: whoever comes back must find nothing of the page of whoever was here.
      <a href={signInAddress(to)} className={buttonClass({})}>
        {t("Sign in")}
      </a>
    }
  >
    {children}
  </Alert>
);
