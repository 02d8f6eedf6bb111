import { classNames } from "#components/ui/class-names.ts";

/** A count of what waits for a person. `label` says it in words: "3 waiting for you". */
export function Badge({ count, label, className }: { count: number; label?: string; className?: string }) {
  return (
    <span
      className={classNames(
        "inline-block min-w-4.5 rounded-full bg-wait-solid px-1.5 text-center text-xs leading-4.5 font-semibold text-wait-on",
        className,
      )}
    >
      <span aria-hidden={label ? true : undefined}>{count}</span>
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
