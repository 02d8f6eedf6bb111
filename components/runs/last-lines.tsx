import { OutputText } from "#components/runs/output-line.tsx";
import type { OutputBuffer } from "#lib/client/output/output-buffer.ts";
import { t } from "#lib/words/t.ts";

const SHOWN = 4;

/** The last lines of an output. `count`: how many lines of the buffer there are to be shown. */
export function LastLines({ buffer, count }: { buffer: OutputBuffer; count: number }) {
  const shown = Math.min(SHOWN, count);
  return Array.from({ length: shown }, (_, i) => count - shown + i).map((place) => (
    <span key={place} className="block truncate whitespace-pre last:font-medium last:text-fg">
      {buffer.isWrong(place) && <span className="text-bad">{t("err")} </span>}
      <OutputText buffer={buffer} place={place} />
    </span>
  ));
}
