"use client";

import { useId, useState } from "react";
import { Day } from "#components/shell/day.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { formatDuration } from "#lib/client/format.ts";
import {
  aboveWords,
  barLook,
  drawnRuns,
  lastObjective,
  type PastRun,
  resultWords,
  type TrendScale,
  tickWords,
  trendScale,
} from "#lib/client/procedures/rta-trend.ts";
import { runAddress, runName } from "#lib/client/run/run-name.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t, tn } from "#lib/words/t.ts";
import { formatDate } from "#lib/words/time.ts";

/** A bar for each of the latest runs on one scale, and in words the one that is pointed at: at first the last. */
export function TrendPicture({ runs: all }: { runs: readonly PastRun[] }) {
  const runs = drawnRuns(all);
  const [chosen, choose] = useState<string | null>(null);
  const scale = trendScale(runs);
  const named = lastObjective(runs);
  const told = runs.find(({ id }) => id === chosen) ?? runs.at(-1);
  const above = aboveWords(runs, scale);
  return (
    <div className="grid max-w-160 grid-cols-[minmax(0,1fr)] gap-2">
      {told && <Told run={told} />}
      <div className="flex pt-2">
        <Axis scale={scale} />
        <div
          className="relative h-28 min-w-32 flex-1 border-b border-control"
          style={{ maxWidth: `${runs.length * 2}rem` }}
        >
          {scale.ticks.slice(1).map((seconds) => (
            <span
              key={seconds}
              aria-hidden
              className="absolute inset-x-0 border-t border-line"
              style={{ bottom: percent(scale, seconds) }}
            />
          ))}
          <Bars runs={runs} scale={scale} told={told?.id} choose={choose} />
        </div>
        {named !== null && <ObjectiveName seconds={named} scale={scale} />}
      </div>
      {above && <p className="text-xs text-fg-2">{above}</p>}
    </div>
  );
}

const percent = ({ top }: TrendScale, seconds: number): string => `${Math.min(100, (seconds / top) * 100)}%`;

const Told = ({ run }: { run: PastRun }) => (
  <p>
    <Link href={runAddress(run.number)} className="underline">
      <ModeWord mode={run.mode} text={runLabel(run.number)} />
    </Link>
    {t(", ")}
    <Day at={run.endedAt} />: {resultWords(run)}
  </p>
);

const Axis = ({ scale }: { scale: TrendScale }) => (
  <div aria-hidden className="relative h-28 w-16 flex-none text-2xs whitespace-nowrap text-fg-3">
    {scale.ticks.map((seconds) => (
      <span key={seconds} className="absolute right-2 translate-y-1/2" style={{ bottom: percent(scale, seconds) }}>
        {tickWords(seconds)}
      </span>
    ))}
  </div>
);

const ObjectiveName = ({ seconds, scale }: { seconds: number; scale: TrendScale }) => (
  <div aria-hidden className="relative h-28 w-20 flex-none text-2xs text-bad sm:w-32">
    <span
      className="absolute right-0 left-2 translate-y-1/2 leading-tight break-keep"
      style={{ bottom: percent(scale, seconds) }}
    >
      {seconds > scale.top && "▲ "}
      {t("objective {time}", { time: formatDuration(seconds * 1_000) })}
    </span>
  </div>
);

type BarsProps = {
  runs: readonly PastRun[];
  scale: TrendScale;
  told: string | undefined;
  choose: (id: string) => void;
};

/** One of them is told of: pointed at, or gone to with the arrows. */
function Bars({ runs, scale, told, choose }: BarsProps) {
  const name = useId();
  const zone = useZone();
  const label = tn(
    "How long one run took; the table says the same",
    "How long {count} runs took, the latest last; the table says the same",
    runs.length,
  );
  return (
    <div role="radiogroup" aria-label={label} className="absolute inset-0 flex">
      {runs.map((run) => (
        <label
          key={run.id}
          onPointerEnter={() => choose(run.id)}
          className={classNames(
            "relative max-w-8 flex-1 has-focus-visible:outline-2 has-focus-visible:outline-focus",
            run.id === told && "bg-hover",
          )}
        >
          <input
            type="radio"
            name={name}
            checked={run.id === told}
            onChange={() => choose(run.id)}
            aria-label={`${runName(run)}, ${formatDate(run.endedAt, zone)}: ${resultWords(run)}`}
            className="absolute inset-0 m-0 size-full opacity-0"
          />
          <span
            className={classNames(
              "timeline-bar pointer-events-none absolute inset-x-[15%] bottom-0 min-h-0.5",
              barLook(run),
            )}
            style={{ height: percent(scale, run.rtaSeconds) }}
          />
          {run.rtoSeconds !== null && <Objective seconds={run.rtoSeconds} scale={scale} />}
        </label>
      ))}
    </div>
  );
}

/** A line at its height, or a sign at the top that it is somewhere above. */
function Objective({ seconds, scale }: { seconds: number; scale: TrendScale }) {
  if (seconds > scale.top) {
    return (
      <svg aria-hidden viewBox="0 0 8 6" className="pointer-events-none absolute -top-2 left-1/2 w-2 -translate-x-1/2">
        <path d="M4 0l4 6h-8z" className="timeline-bar fill-bad-solid" />
      </svg>
    );
  }
  return (
    <span
      className="timeline-bar pointer-events-none absolute inset-x-0 translate-y-1/2 border-t-2 border-bad-solid"
      style={{ bottom: percent(scale, seconds) }}
    />
  );
}
