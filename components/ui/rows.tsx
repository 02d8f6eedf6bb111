import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** Names and what they mean, in two columns. */
export function Rows({ children, machine = false }: { children: ReactNode; machine?: boolean }) {
  return (
    <dl
      className={classNames(
        "grid gap-x-3 gap-y-1.5 max-sm:gap-y-0.5 sm:grid-cols-[6rem_minmax(0,1fr)]",
        machine && "border-t border-line bg-sunken",
      )}
    >
      {children}
    </dl>
  );
}

export function Row({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-fg-3">{label}</dt>
      <dd className="min-w-0 max-sm:mb-2">{children}</dd>
    </div>
  );
}
