"use client";

import { usePathname } from "next/navigation";
import { Link } from "#components/ui/link.tsx";

/** A sentence in which the runs that it names, as R-0042, can be gone to, but for the one of this page. */
export function RunLinks({ children }: { children: string }) {
  const here = usePathname();
  return children.split(/\b(R-\d{4,})\b/).map((part, place) => {
    const address = `/runs/${part}`;
    if (place % 2 === 0 || address === here) return part;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never move
      <Link key={place} href={address} className="underline">
        {part}
      </Link>
    );
  });
}
