import type { Person } from "#components/shell/destinations.tsx";
import { SignOutButton } from "#components/shell/sign-out-button.tsx";
import { ThemeSwitch } from "#components/shell/theme.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

/** Who is signed in, the theme, and the way out. */
export function PersonPanel({ person }: { person: Person | null }) {
  return (
    <div className="grid justify-items-start gap-3">
      {person ? (
        <p>
          <b className="block text-m wrap-anywhere">{person.name}</b>
          <span className="text-fg-2">{person.role}</span>
        </p>
      ) : (
        <p className="text-fg-2">Nobody is signed in.</p>
      )}
      <div className="grid max-w-full gap-1">
        <span className="text-fg-3" aria-hidden>
          Theme
        </span>
        <ThemeSwitch />
      </div>
      {person ? (
        <Actions>
          <ButtonLink href="/account">Your account</ButtonLink>
          <SignOutButton />
        </Actions>
      ) : (
        <ButtonLink href="/sign-in">Sign in</ButtonLink>
      )}
    </div>
  );
}
