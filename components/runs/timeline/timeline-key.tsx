import { type BarKind, barHeight, barLooks } from "#components/runs/timeline/timeline-looks.ts";
import { classNames } from "#components/ui/class-names.ts";
import { t } from "#lib/words/t.ts";

const kinds = Object.keys(barLooks) as BarKind[];

/** Of a run that goes on only. */
const ongoing: ReadonlySet<BarKind> = new Set(["ongoing", "trouble", "expected"]);

/** What the bars of the timeline mean. */
export function TimelineKey({ over }: { over: boolean }) {
  return (
    <ul aria-label={t("Bars of the timeline")} className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-fg-2">
      {kinds
        .filter((kind) => !(over && ongoing.has(kind)))
        .map((kind) => (
          <li key={kind} className="inline-flex items-center gap-1">
            <span
              aria-hidden
              data-tone={barLooks[kind].tone}
              className={classNames("timeline-bar w-3.5", barHeight(kind), barLooks[kind].look)}
            />
            {t(kind)}
          </li>
        ))}
    </ul>
  );
}
