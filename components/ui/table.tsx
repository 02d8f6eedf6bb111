import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

type TableProps = {
  /** Names the table for screen readers. */
  label: string;
  /** `Th`s. */
  head: ReactNode;
  /** All columns are as wide, as in the table beside it. */
  even?: boolean;
  /** `Tr`s. */
  children: ReactNode;
};

/** On a phone each row becomes a small card and each cell says its column (`Td label`). */
export function Table({ label, head, even = false, children }: TableProps) {
  return (
    <table
      className={classNames(
        "w-full border-separate border-spacing-0 rounded border border-line bg-surface max-md:block md:max-lg:text-xs print:text-[0.7rem]",
        even && "md:table-fixed",
      )}
    >
      <caption className="sr-only">{label}</caption>
      <thead className="max-md:sr-only">
        <tr>{head}</tr>
      </thead>
      <tbody className="max-md:block">{children}</tbody>
    </table>
  );
}

type Align = "start" | "end";

export function Th({ children, align = "start", hidden }: { children: ReactNode; align?: Align; hidden?: boolean }) {
  return (
    <th
      scope="col"
      className={classNames(
        "px-3 py-2 md:max-lg:px-1.5 font-normal text-fg-3 lg:whitespace-nowrap print:whitespace-nowrap print:px-1 print:py-1",
        align === "end" ? "text-right" : "text-left",
      )}
    >
      {hidden ? <span className="sr-only">{children}</span> : children}
    </th>
  );
}

export function Tr({ children }: { children: ReactNode }) {
  return (
    <tr className="break-inside-avoid max-md:grid max-md:gap-1 max-md:px-3 max-md:py-2.5 max-md:not-first:border-t max-md:border-line">
      {children}
    </tr>
  );
}

type TdProps = {
  children: ReactNode;
  /** The column's name, shown on a phone; leave it out for what names itself. */
  label?: string | undefined;
  align?: Align | undefined;
  nowrap?: boolean | undefined;
};

export function Td({ children, label, align = "start", nowrap = false }: TdProps) {
  return (
    <td
      className={classNames(
        "border-t border-line px-3 py-2 align-middle md:max-lg:px-1.5 max-md:border-0 max-md:p-0 max-md:empty:hidden print:px-1 print:py-1",
        align === "end" && "md:text-right",
        (nowrap || align === "end") && "lg:whitespace-nowrap",
        label && "max-md:grid max-md:grid-cols-[7rem_minmax(0,1fr)] max-md:gap-x-3 tight:grid-cols-1",
      )}
    >
      {label && (
        <span aria-hidden className="text-fg-3 md:hidden">
          {label}
        </span>
      )}
      {label ? <span className="min-w-0">{children}</span> : children}
    </td>
  );
}
