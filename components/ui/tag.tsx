import type { ReactNode } from "react";

/** A small framed word: a version, a role. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="rounded border border-line-2 px-1.5 text-xs leading-4.5 font-normal whitespace-nowrap text-fg-2">
      {children}
    </span>
  );
}
