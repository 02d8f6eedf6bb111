import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

type FormLineProps = {
  label: ReactNode;
  /** A control whose own label is hidden; `label` stands beside it. */
  children: ReactNode;
  note?: ReactNode;
  /** For a control with long words. */
  wide?: boolean | undefined;
};

/** A line of the form: what, its control, and what is known of it. */
export function FormLine({ label, children, note, wide = false }: FormLineProps) {
  return (
    <li
      className={classNames(
        "grid items-baseline gap-x-3 gap-y-1 lg:max-xl:[&>:last-child]:col-start-2",
        wide
          ? "sm:grid-cols-[9rem_minmax(0,18rem)_minmax(0,1fr)] lg:max-xl:grid-cols-[9rem_minmax(0,1fr)]"
          : "sm:grid-cols-[9rem_minmax(0,13rem)_minmax(0,1fr)] lg:max-xl:grid-cols-[9rem_minmax(0,1fr)]",
      )}
    >
      <span aria-hidden className="text-fg-2">
        {label}
      </span>
      <div className="min-w-0">{children}</div>
      <div className="min-w-0 text-fg-2">{note}</div>
    </li>
  );
}
