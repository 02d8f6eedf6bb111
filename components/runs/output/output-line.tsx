import { classNames } from "#components/ui/class-names.ts";
import type { OutputBuffer } from "#lib/client/output/output-buffer.ts";
import { cutAt } from "#lib/client/output/output-search.ts";
import type { Style } from "#lib/client/output/sgr.ts";

/** The text of a line, in the colours it was written in, with what is searched for marked. Never anything but text. */
export function OutputText({ buffer, place, words = "" }: { buffer: OutputBuffer; place: number; words?: string }) {
  const runs = words === "" ? buffer.runsOf(place) : [{ text: buffer.textOf(place), style: null }];
  return runs.map(({ text, style }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never move
    <span key={at} className={style ? classOf(style) : undefined}>
      {cutAt(text, words).map((part, i) =>
        part.match ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never move
          <mark key={i} className="bg-fg text-surface">
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </span>
  ));
}

const classOf = ({ fg, bg, bold, dim, italic, underline, inverse }: Style): string =>
  classNames(
    fg !== null && `sgr-fg-${fg}`,
    bg !== null && `sgr-bg-${bg}`,
    bold && "font-semibold",
    dim && "opacity-80",
    italic && "italic",
    underline && "underline",
    inverse && "sgr-inverse",
  );
