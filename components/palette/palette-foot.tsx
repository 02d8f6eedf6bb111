import { KeyCaps } from "#components/palette/key-caps.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { joined, t } from "#lib/words/t.ts";

type PaletteFootProps = {
  count: number;
  /** What was typed. */
  text: string;
  /** What could not be read, or is being read. */
  missing: string;
  /** What Enter does with what is marked: "does it", "goes there"; null where nothing is. */
  enter: string | null;
};

/** How many were found, or what can be typed; and what the keys do. */
export function PaletteFoot({ count, text, missing, enter }: PaletteFootProps) {
  const keys = [
    ...(count > 0 ? [{ labels: ["↑", "↓"], words: t("choose") }] : []),
    ...(enter ? [{ labels: ["Enter"], words: enter }] : []),
    { labels: ["Esc"], words: t("closes") },
  ];
  return (
    <div
      className={classNames(
        "flex flex-none flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 text-xs text-fg-2",
        count > 0 && "border-t border-line",
      )}
    >
      <p role="status" className="min-w-0 flex-1 basis-60 wrap-anywhere">
        {joined(
          count > 0 ? t("{count} shown.", { count }) : t("Nothing is called “{text}”.", { text }),
          count === 0 && t(typable),
          missing,
        )}
      </p>
      <p className="flex gap-x-3 touch:hidden">
        {keys.map(({ labels, words }) => (
          <span key={words} className="inline-flex items-baseline gap-1">
            <KeyCaps labels={labels} /> {words}
          </span>
        ))}
      </p>
    </div>
  );
}

const typable =
  "Type the number of a run (R-0042) or of a step (12.3), words or initials of a title or a page, or what to do: “start 3”." as const;
