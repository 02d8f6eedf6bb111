import type { ReactNode } from "react";
import { t } from "#lib/words/t.ts";

export type FigureClockProps = {
  label: ReactNode;
  /** The figure, units included. */
  children: ReactNode;
  note?: ReactNode;
};

/** One figure of the run's clock. Stands in a `dl`. */
export function FigureClock({ label, children, note }: FigureClockProps) {
  return (
    <div className="grid px-3 py-2 xl:px-4 md:max-wide:first:pl-4">
      <dt className="text-xs whitespace-nowrap text-fg-2">{label}</dt>
      <dd className="text-l font-semibold sm:whitespace-nowrap">
        {children}
        {note && (
          <span className="block min-w-(--figure-note) text-xs font-normal whitespace-normal text-fg-2">{note}</span>
        )}
      </dd>
    </div>
  );
}

/** The same in one line of small type. */
export const FigureLine = ({ label, children, note }: FigureClockProps) => (
  <p className="[&_span]:text-xs">
    {label} <b className="text-fg">{children}</b>
    {note && (
      <>
        {t(", ")}
        {note}
      </>
    )}
  </p>
);
