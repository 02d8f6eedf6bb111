import { classNames } from "#components/ui/class-names.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

const signs = [
  { words: "command", tone: "done", look: "bg-tone-solid" },
  { words: "people", tone: "ink", look: "bg-tone-solid" },
  { words: "going on", tone: "now", look: "bg-tone-solid" },
  { words: "waiting", tone: "wait", look: "hatched" },
  { words: "trouble", tone: "bad", look: "hatched" },
  { words: "expected", tone: "faint", look: "border border-control border-dashed" },
] as const satisfies readonly { words: PlainSentence; tone: string; look: string }[];

/** What the bars of the timeline mean. */
export function TimelineKey() {
  return (
    <ul aria-label={t("Bars of the timeline")} className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-fg-2">
      {signs.map(({ words, tone, look }) => (
        <li key={words} className="inline-flex items-center gap-1">
          <span aria-hidden data-tone={tone} className={classNames("timeline-bar h-2 w-3.5", look)} />
          {t(words)}
        </li>
      ))}
    </ul>
  );
}
