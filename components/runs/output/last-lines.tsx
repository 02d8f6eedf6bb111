import { OutputText } from "#components/runs/output/output-line.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { OutputBuffer } from "#lib/client/output/output-buffer.ts";
import { t } from "#lib/words/t.ts";

const SHOWN = 4;

type LastLinesProps = {
  buffer: OutputBuffer;
  /** How many lines of the buffer there are to be shown. */
  count: number;
  /** A long line goes on in the next ones, where nothing is kept in its place any more. */
  readable?: boolean;
};

/** The last lines of an output. */
export function LastLines({ buffer, count, readable = false }: LastLinesProps) {
  const shown = Math.min(SHOWN, count);
  return Array.from({ length: shown }, (_, i) => count - shown + i).map((place) => (
    <span
      key={place}
      className={classNames(
        "last:font-medium last:text-fg",
        readable ? "line-clamp-6 whitespace-pre-wrap wrap-anywhere" : "block truncate whitespace-pre",
      )}
    >
      {buffer.isWrong(place) && <span className="text-bad">{t("err")} </span>}
      <OutputText buffer={buffer} place={place} />
    </span>
  ));
}
