"use client";

import { useMutation } from "@tanstack/react-query";
import { LogIn } from "lucide-react";
import { useState } from "react";
import { PasswordDialog } from "#components/account/password-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { Words } from "#components/ui/words.tsx";
import { call } from "#lib/client/api.ts";
import { t } from "#lib/words/t.ts";

type SingleSignOnProps = {
  /** As the provider is called. */
  provider: string;
  /** Whether it lets the reader in already. */
  joined: boolean;
};

/** How who has a password here comes by the provider too. */
export function SingleSignOn({ provider, joined }: SingleSignOnProps) {
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: (password: string) => call("POST /api/session/single-sign-on", { body: { password } }),
    // No client navigation: it leads out of the console.
    onSuccess: ({ path }) => window.location.assign(path),
  });
  return (
    <Section
      title={t("Single sign-on")}
      end={
        !joined && (
          <Button icon={<LogIn aria-hidden />} onClick={() => setAsked(true)}>
            {t("Join it")}
          </Button>
        )
      }
    >
      <p className="text-fg-2">
        <Words
          of={
            joined
              ? "You sign in with {provider} or with your password. Your name and role are taken from {provider} at each sign-in."
              : "You sign in with your password alone, not with {provider}."
          }
          with={{ provider: <span translate="no">{provider}</span> }}
        />
      </p>
      {asked && (
        <PasswordDialog
          title={t("Sign in with {provider} too", { provider })}
          description={t(
            "First your password, then {provider} says who you are. From then on either lets you in, and your name and role are those that {provider} gives, at once.",
            { provider },
          )}
          action={t("Continue")}
          sending={t("Continue…")}
          pending={isPending || isSuccess}
          error={error}
          onSend={(password) => isPending || isSuccess || mutate(password)}
          onClose={() => setAsked(false)}
        />
      )}
    </Section>
  );
}
