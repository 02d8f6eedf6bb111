import { classNames } from "#components/ui/class-names.ts";
import { t } from "#lib/words/t.ts";

export type Mode = "live" | "drill";

type ModeBlockProps = {
  mode: Mode;
  /** "R-0042", or "New run". */
  text: string;
  size?: "normal" | "compact" | undefined;
};

/** LIVE or DRILL and the run's number: one solid block, the first thing in every header and list row. */
export function ModeBlock({ mode, text, size = "normal" }: ModeBlockProps) {
  return (
    <span
      className={classNames(
        "grid content-center justify-items-start print:border-2 print:border-fg print:bg-transparent print:text-fg",
        mode === "drill" ? "bg-drill-solid text-drill-on" : "bg-ink text-on-ink",
        size === "normal" ? "px-4 py-3 max-md:px-3 max-md:py-2" : "px-3 py-2",
      )}
    >
      <b className="text-s font-bold tracking-[0.08em]">{mode === "drill" ? t("DRILL") : t("LIVE")}</b>{" "}
      <span
        className={classNames("font-semibold whitespace-nowrap", size === "normal" ? "text-l max-md:text-m" : "text-m")}
      >
        {text}
      </span>
    </span>
  );
}
