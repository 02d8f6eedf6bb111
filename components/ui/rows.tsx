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

type RowProps = {
  label: ReactNode;
  children: ReactNode;
  /** A phone has the same at its foot. */
  atFoot?: boolean;
};

export function Row({ label, children, atFoot = false }: RowProps) {
  return (
    <div className={classNames("contents", atFoot && "max-md:in-data-foot:hidden")}>
      <dt className="text-fg-3">{label}</dt>
      <dd className="min-w-0 max-sm:mb-2">{children}</dd>
    </div>
  );
}
