import type { ReactNode } from "react";

/** A quiet fact with an icon: site, person, expected time. */
export function Chip({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 align-top text-fg-2 sm:whitespace-nowrap [&>svg]:size-3.5 [&>svg]:flex-none [&>svg]:text-fg-3">
      {icon}
      <span className="min-w-0">{children}</span>
    </span>
  );
}

export function ChipRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5 max-sm:gap-y-1">{children}</div>;
}
