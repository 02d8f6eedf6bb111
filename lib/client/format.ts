import { t } from "#lib/words/t.ts";

export type DurationPart = { value: string; unit: "d" | "h" | "min" | "s" };

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function parts(...pairs: [number, DurationPart["unit"]][]): DurationPart[] {
  return pairs.map(([value, unit], place) => ({
    value: place === 0 ? String(value) : String(value).padStart(2, "0"),
    unit,
  }));
}

/** The two largest units that matter, rounded down, without sign: 41 s, 27 min, 1 h 04 min, 2 d 23 h; 39 d where it is whole days. */
export function durationParts(durationMs: number): DurationPart[] {
  const ms = Math.abs(durationMs);
  if (ms < minute) return parts([Math.floor(ms / second), "s"]);
  if (ms < hour) return parts([Math.floor(ms / minute), "min"]);
  if (ms < 2 * day) return parts([Math.floor(ms / hour), "h"], [Math.floor((ms % hour) / minute), "min"]);
  const [days, hours] = [Math.floor(ms / day), Math.floor((ms % day) / hour)];
  return hours === 0 ? parts([days, "d"]) : parts([days, "d"], [hours, "h"]);
}

/** No line ends within a duration. */
const SPACE = "\u00a0";

/** `1 h 04 min`; days are written out: `2 days 23 h`. */
export function formatDuration(durationMs: number): string {
  return durationParts(durationMs)
    .map(({ value, unit }) => value + SPACE + unitWord(unit))
    .join(SPACE);
}

/** A unit after its number; days are written out. */
export const unitWord = (unit: DurationPart["unit"]): string => t(unit === "d" ? "days" : unit);

/** Minutes and seconds, for what is watched closely: `4 min 09 s`. An hour and more as `formatDuration`. */
export function formatPreciseDuration(durationMs: number): string {
  const ms = Math.abs(durationMs);
  if (ms < minute || ms >= hour) return formatDuration(ms);
  const [minutes, seconds] = [Math.floor(ms / minute), Math.floor((ms % minute) / second)];
  return [minutes, t("min"), String(seconds).padStart(2, "0"), t("s")].join(SPACE);
}
