"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { DestinationLinks } from "#components/shell/destination-links.tsx";
import type { Person } from "#components/shell/destinations.tsx";
import { PersonPanel } from "#components/shell/person-panel.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { t } from "#lib/words/t.ts";

type NavPanelProps = {
  person: Person | null;
  badge?: ReactNode;
  opener: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
};

/** The pages and the person, in a sheet over a phone. */
export function NavPanel({ person, badge, opener, onClose }: NavPanelProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            opener.current?.focus();
          }}
          className="fixed inset-y-0 left-0 z-30 grid w-80 max-w-full content-start gap-6 overflow-y-auto border-r border-line-2 bg-surface p-4"
        >
          <Dialog.Title className="flex min-h-8 items-center text-m font-semibold">
            {t("Switchover console")}
          </Dialog.Title>
          <nav aria-label={t("Pages")} className="-mx-2 grid">
            <DestinationLinks
              person={person}
              badge={badge}
              entryClass="flex min-h-12 items-center gap-3 rounded px-2 text-m no-underline [&>svg]:size-5 [&>svg]:flex-none"
              onGo={onClose}
            />
          </nav>
          <PersonPanel person={person} />
          <Dialog.Close className={classNames(buttonClass({ look: "plain", square: true }), "absolute top-3 right-3")}>
            <X aria-label={t("Close")} />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
