"use client";

import { useServerNow } from "#components/shell/server-time.tsx";
import { durationParts, formatDuration, formatPreciseDuration, type Instant } from "#lib/client/format.ts";

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
          {value} <span className="text-s font-medium">{unit === "d" ? "days" : unit}</span>
        </span>
      ))}
    </span>
  );
}

/** Time gone by since an instant, by the server's clock. */
export function Elapsed({ since, look }: { since: Instant; look?: DurationProps["look"] }) {
  const now = useServerNow();
  return <Duration ms={Math.max(0, now - new Date(since).getTime())} look={look} />;
}
