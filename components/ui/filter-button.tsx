import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

type FilterButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> & {
  pressed: boolean;
  icon?: ReactNode;
  count?: number | undefined;
  /** How many the count may come to have: the room for them is kept, so that no neighbour moves. */
  digits?: number | undefined;
};

/** One of several views of a list, with how many it holds. */
export function FilterButton({ pressed, icon, count, digits, children, ...rest }: FilterButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={pressed}
      className={classNames(
        "inline-flex min-h-7 flex-none items-center gap-1.5 rounded border px-2 whitespace-nowrap hover:bg-hover touch:min-h-11 [&>svg]:flex-none",
        pressed ? "border-line-2 bg-surface font-semibold text-fg" : "border-transparent text-fg-2",
      )}
    >
      {icon}
      {children}
      {count !== undefined && (
        <b className="text-fg" style={digits === undefined ? undefined : { minWidth: `${digits}ch` }}>
          {count}
        </b>
      )}
    </button>
  );
}
