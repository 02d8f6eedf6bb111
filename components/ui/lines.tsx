import type { ReactNode } from "react";

/** A box of lines with hairlines between them. */
export function Lines({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul
      aria-label={label}
      className="rounded border border-line bg-surface [&>li]:min-h-11 [&>li]:px-3 [&>li]:py-1.5 [&>li+li]:border-t [&>li+li]:border-line"
    >
      {children}
    </ul>
  );
}
