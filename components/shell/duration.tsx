"use client";

import { useElapsedMs } from "#components/shell/server-time.tsx";
import { durationParts, formatDuration, formatPreciseDuration, type Instant, unitWord } from "#lib/client/format.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

type DurationProps = {
  ms: number;
  /** `figure` sets the units smaller, for a clock; `precise` counts seconds up to an hour. */
  look?: "text" | "figure" | "precise" | undefined;
};

export function Duration({ ms, look = "text" }: DurationProps) {
  if (look === "precise") return <span className="whitespace-nowrap">{formatPreciseDuration(ms)}</span>;
  if (look === "text") return <span className="whitespace-nowrap">{formatDuration(ms)}</span>;
  return (
    <span className="whitespace-nowrap">
      {durationParts(ms).map(({ value, unit }, place) => (
        <span key={unit}>
          {place > 0 && " "}
          {value} <span className="text-s font-medium">{unitWord(unit)}</span>
        </span>
      ))}
    </span>
  );
}

type ElapsedProps = {
  since: Instant;
  look?: DurationProps["look"];
  /** Where there may be hundreds of it: in steps of how many milliseconds it goes on in its first minute, and how late. */
  everyMs?: number;
  lateMs?: number;
};

/** Time gone by since an instant, by the server's clock. Drawn anew only when the words change. */
export function Elapsed({ since, look, everyMs = SECOND_MS, lateMs }: ElapsedProps) {
  const steps =
    look === "precise" ? { everyMs: SECOND_MS, laterMs: SECOND_MS } : { everyMs, laterMs: MINUTE_MS, lateMs };
  return <Duration ms={useElapsedMs(new Date(since).getTime(), steps)} look={look} />;
}
