"use client";

import { useElapsedMs } from "#components/shell/server-time.tsx";
import { durationParts, formatDuration, formatPreciseDuration, unitWord } from "#lib/client/format.ts";
import { t } from "#lib/words/t.ts";
import type { Instant } from "#lib/words/time.ts";

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
  /** `minutes`: no seconds, and up to `lateMs` late, where there may be hundreds of it. */
  look?: DurationProps["look"] | "minutes";
  lateMs?: number;
};

/** Time gone by since an instant, by the server's clock. Drawn anew only when the words change. */
export function Elapsed({ since, look, lateMs }: ElapsedProps) {
  const ms = useElapsedMs(new Date(since).getTime(), {
    everyMs: look === "minutes" ? MINUTE_MS : SECOND_MS,
    laterMs: look === "precise" ? SECOND_MS : MINUTE_MS,
    lateMs,
  });
  if (look === "minutes")
    return ms < MINUTE_MS ? <span className="whitespace-nowrap">{t("< 1 min")}</span> : <Duration ms={ms} />;
  return <Duration ms={ms} look={look} />;
}
