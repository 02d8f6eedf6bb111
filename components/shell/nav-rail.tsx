"use client";

import { Search, UserRound } from "lucide-react";
import { type ComponentProps, type ReactNode, useRef, useState } from "react";
import { DestinationLinks } from "#components/shell/destination-links.tsx";
import type { Person } from "#components/shell/destinations.tsx";
import type { PersonPopover } from "#components/shell/person-popover.tsx";
import { useQuick } from "#components/shell/quick-context.ts";
import { Called } from "#components/ui/called.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { later } from "#components/ui/later.ts";
import { t } from "#lib/words/t.ts";

const entry =
  "relative mx-0.5 grid justify-items-center gap-0.75 rounded py-2 text-2xs no-underline hover:bg-hover [&>svg]:size-5 [&>svg]:stroke-[1.75]";

const personPopover = later<ComponentProps<typeof PersonPopover>>(() =>
  import("#components/shell/later-parts.ts").then((part) => part.PersonPopover),
);

/** The navigation where there is room: a narrow column that stays. */
export function NavRail({ person, badge }: { person: Person | null; badge?: ReactNode }) {
  const { show } = useQuick();
  const you = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    // Not sticky: what has the focus in it would scroll the page.
    <div className="fixed inset-y-0 left-0 flex w-18 flex-col gap-1 overflow-y-auto border-r border-(--rail-edge,var(--color-line)) py-3">
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => show("palette")}
        className={classNames(entry, "text-fg-2")}
      >
        <Search aria-hidden />
        {t("Go to")}
      </button>
      <nav aria-label={t("Main")} className="grid gap-1">
        <DestinationLinks
          person={person}
          badge={badge && <span className="absolute top-0.5 left-[62%]">{badge}</span>}
          entryClass={entry}
        />
      </nav>
      <button
        ref={you}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={classNames(entry, "mt-auto text-fg-2")}
      >
        <UserRound aria-hidden />
        <span className="max-w-16 truncate">{person ? person.name.split(" ")[0] : t("Sign in")}</span>
        <span className="sr-only">{t(", theme and sign-out")}</span>
      </button>
      {open && (
        <Called part={personPopover} onClose={close}>
          {(Part) => <Part person={person} anchor={you} onClose={close} />}
        </Called>
      )}
    </div>
  );
}
