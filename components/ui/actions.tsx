import type { ReactNode } from "react";

/** A row of buttons; `end` stands at the far side. */
export function Actions({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {children}
      {end && <span className="ml-auto flex flex-wrap items-center gap-2">{end}</span>}
    </div>
  );
}
