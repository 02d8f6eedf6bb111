import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-[4px] border border-line-2 bg-surface px-1.5 font-mono text-2xs font-medium text-fg-3 pointer-coarse:hidden">
      {children}
    </kbd>
  );
}
