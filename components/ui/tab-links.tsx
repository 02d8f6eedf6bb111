import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type TabLink = { href: string; label: ReactNode; current: boolean };

/** Views of one thing, each with its own address. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="flex overflow-x-auto border-b border-line print:hidden">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={classNames(
            "grid min-h-10 flex-none place-items-center px-4 font-medium no-underline touch:min-h-12 max-sm:flex-1 max-sm:px-2",
            tab.current ? "border-b-2 border-fg font-semibold text-fg" : "text-fg-2 hover:text-fg",
          )}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
