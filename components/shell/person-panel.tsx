import type { ReactNode } from "react";
import type { Person } from "#components/shell/destinations.tsx";
import { LanguageSwitch } from "#components/shell/language-switch.tsx";
import { SignOutButton } from "#components/shell/sign-out-button.tsx";
import { ThemeSwitch } from "#components/shell/theme-switch.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { t } from "#lib/words/t.ts";

/** Who is signed in, the theme, the language, and the way out. */
export function PersonPanel({ person }: { person: Person | null }) {
  return (
    <div className="grid justify-items-start gap-3">
      {person ? (
        <p>
          <b className="block text-m wrap-anywhere">{person.name}</b>
          <span className="text-fg-2">{t(person.role)}</span>
        </p>
      ) : (
        <p className="text-fg-2">{t("Nobody is signed in.")}</p>
      )}
      <Choice word={t("Theme")}>
        <ThemeSwitch />
      </Choice>
      <Choice word={t("Language")}>
        <LanguageSwitch signedIn={person !== null} />
      </Choice>
      {person ? (
        <Actions>
          <ButtonLink href="/account">{t("Your account")}</ButtonLink>
          <SignOutButton />
        </Actions>
      ) : (
        <ButtonLink href="/sign-in">{t("Sign in")}</ButtonLink>
      )}
    </div>
  );
}

function Choice({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className="grid max-w-full gap-1">
      <span className="text-fg-3" aria-hidden>
        {word}
      </span>
      {children}
    </div>
  );
}
