import { barLooks } from "#components/runs/timeline/timeline-looks.ts";
import { classNames } from "#components/ui/class-names.ts";
import { FigureClock } from "#components/ui/figure-clock.tsx";
import { Section } from "#components/ui/section.tsx";
import { timeNote, timeSums } from "#lib/domain/report/in-brief.ts";
import { known } from "#lib/domain/report/objectives.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { reportParts } from "#lib/domain/report/sections.ts";

/** As in the timeline; nobody had begun to do anything before the start, and nothing begins in a pause. */
const looks = { ...barLooks, before: barLooks.planned, paused: barLooks.expected };

/** One bar, as wide as the page, of people, machines, waiting and pauses; and how long each of them was. */
export function WhereTimeWent({ report }: { report: Report }) {
  const sums = timeSums(report);
  const drawn = sums.filter(({ seconds }) => seconds !== null && seconds > 0);
  return (
    <Section title={reportParts(report).time.title} note={timeNote(report)}>
      {drawn.length > 0 && (
        <div aria-hidden className="mb-2 flex h-6 gap-px overflow-hidden rounded">
          {drawn.map(({ kind, seconds }) => (
            <span
              key={kind}
              data-tone={looks[kind].tone}
              className={classNames("timeline-bar min-w-1", looks[kind].look)}
              style={{ flex: `${seconds} 1 0` }}
            />
          ))}
        </div>
      )}
      <dl className="grid grid-cols-2 tight:grid-cols-1 *:px-0! sm:grid-cols-4">
        {sums.map(({ kind, words, seconds }) => (
          <FigureClock
            key={kind}
            label={
              <>
                <span
                  aria-hidden
                  data-tone={looks[kind].tone}
                  className={classNames("timeline-bar mr-1.5 inline-block h-2.5 w-3.5", looks[kind].look)}
                />
                {words}
              </>
            }
          >
            {known(seconds)}
          </FigureClock>
        ))}
      </dl>
    </Section>
  );
}
