"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { currentAt, destinationsFor, type Person } from "#components/shell/destinations.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { t } from "#lib/words/t.ts";

type DestinationLinksProps = {
  person: Person | null;
  /** What waits, beside the page that lists it. */
  badge?: ReactNode;
  entryClass: string;
  onGo?: () => void;
};

/** The pages this person may go to. */
export function DestinationLinks({ person, badge, entryClass, onGo }: DestinationLinksProps) {
  const path = usePathname();
  return destinationsFor(person).map((destination) => {
    const current = currentAt(path, destination);
    return (
      <Link
        key={destination.href}
        href={destination.href}
        aria-current={current}
        {...(onGo && { onClick: onGo })}
        className={classNames(entryClass, current ? "bg-hover font-semibold text-fg" : "text-fg-2")}
      >
        {destination.icon}
        {t(destination.word)}
        {destination.href === "/" && badge}
      </Link>
    );
  });
}
