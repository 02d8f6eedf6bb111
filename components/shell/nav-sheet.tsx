"use client";

import { Menu, Search, X } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Dialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { currentAt, destinationsFor, type Person } from "#components/shell/destinations.tsx";
import { PersonPanel } from "#components/shell/person-panel.tsx";
import { useQuick } from "#components/shell/quick-context.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { t } from "#lib/words/t.ts";

/** The navigation on a phone, or at high zoom: one low bar that scrolls away, and a sheet with the rest. */
export function NavSheet({ person, badge }: { person: Person | null; badge?: ReactNode }) {
  const [open, setOpen] = useState(false);
  const path = usePathname();
  const { show } = useQuick();
  const here = destinationsFor(person).find((destination) => currentAt(path, destination));
  return (
    <nav
      aria-label={t("Main")}
      className="flex min-h-12 items-center gap-2 border-b border-line px-1 md:hidden print:hidden"
    >
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger className={buttonClass({ look: "plain" })}>
          <Menu aria-hidden />
          {t("Menu")}
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-30 bg-scrim" />
          <Dialog.Content
            aria-describedby={undefined}
            className="fixed inset-y-0 left-0 z-30 grid w-80 max-w-full content-start gap-6 overflow-y-auto border-r border-line-2 bg-surface p-4"
          >
            <Dialog.Title className="flex min-h-8 items-center text-m font-semibold">
              {t("Switchover console")}
            </Dialog.Title>
            <nav aria-label={t("Pages")} className="-mx-2 grid">
              {destinationsFor(person).map((destination) => {
                const current = currentAt(path, destination);
                return (
                  <Link
                    key={destination.href}
                    href={destination.href}
                    aria-current={current}
                    onClick={() => setOpen(false)}
                    className={classNames(
                      "flex min-h-12 items-center gap-3 rounded px-2 text-m no-underline [&>svg]:size-5 [&>svg]:flex-none",
                      current ? "bg-hover font-semibold text-fg" : "text-fg-2",
                    )}
                  >
                    {destination.icon}
                    {t(destination.word)}
                    {destination.href === "/" && badge}
                  </Link>
                );
              })}
            </nav>
            <PersonPanel person={person} />
            <Dialog.Close
              className={classNames(buttonClass({ look: "plain", square: true }), "absolute top-3 right-3")}
            >
              <X aria-label={t("Close")} />
            </Dialog.Close>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <span className="min-w-0 flex-1 truncate text-fg-2">{here && t(here.word)}</span>
      <Button
        look="plain"
        square
        icon={<Search aria-hidden />}
        aria-label={t("Go to")}
        onClick={() => show("palette")}
      />
      {badge && (
        <Link href="/" className="grid min-h-11 min-w-11 place-items-center rounded no-underline empty:hidden">
          {badge}
        </Link>
      )}
    </nav>
  );
}
