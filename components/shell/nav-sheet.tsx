"use client";

import { Menu, Search } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ComponentProps, type ReactNode, useRef, useState } from "react";
import { currentAt, destinationsFor, type Person } from "#components/shell/destinations.tsx";
import type { NavPanel } from "#components/shell/nav-panel.tsx";
import { useQuick } from "#components/shell/quick-context.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { Called } from "#components/ui/called.tsx";
import { later } from "#components/ui/later.ts";
import { Link } from "#components/ui/link.tsx";
import { t } from "#lib/words/t.ts";

const navPanel = later<ComponentProps<typeof NavPanel>>(() =>
  import("#components/shell/later-parts.ts").then((part) => part.NavPanel),
);

/** The navigation on a phone, or at high zoom: one low bar that scrolls away, and a sheet with the rest. */
export function NavSheet({ person, badge }: { person: Person | null; badge?: ReactNode }) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  const path = usePathname();
  const { show } = useQuick();
  const here = destinationsFor(person).find((destination) => currentAt(path, destination));
  return (
    <nav
      aria-label={t("Main")}
      className="flex min-h-12 items-center gap-2 border-b border-line px-1 md:hidden print:hidden"
    >
      <button
        ref={opener}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className={buttonClass({ look: "plain" })}
      >
        <Menu aria-hidden />
        <span className="tight:sr-only">{t("Menu")}</span>
      </button>
      {open && (
        <Called part={navPanel} onClose={close}>
          {(Part) => <Part person={person} badge={badge} opener={opener} onClose={close} />}
        </Called>
      )}
      <span className="min-w-0 flex-1 truncate text-fg-2">{here && t(here.word)}</span>
      {/* Before what is pressed, which it must not move when it comes. */}
      {badge && (
        <Link href="/" className="grid min-h-11 min-w-11 place-items-center rounded no-underline empty:hidden">
          {badge}
        </Link>
      )}
      <Button
        look="plain"
        square
        icon={<Search aria-hidden />}
        aria-label={t("Go to")}
        onClick={() => show("palette")}
      />
    </nav>
  );
}
