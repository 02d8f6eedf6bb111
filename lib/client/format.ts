import { intlLocale, locale } from "#lib/words/language.ts";
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

/** The two largest units that matter, rounded down, without sign: 41 s, 27 min, 1 h 04 min, 39 d. */
export function durationParts(durationMs: number): DurationPart[] {
  const ms = Math.abs(durationMs);
  if (ms < minute) return parts([Math.floor(ms / second), "s"]);
  if (ms < hour) return parts([Math.floor(ms / minute), "min"]);
  if (ms < 2 * day) return parts([Math.floor(ms / hour), "h"], [Math.floor((ms % hour) / minute), "min"]);
  return parts([Math.floor(ms / day), "d"]);
}

/** `1 h 04 min`; days are written out: `39 days`. */
export function formatDuration(durationMs: number): string {
  return durationParts(durationMs)
    .map(({ value, unit }) => `${value} ${unitWord(unit)}`)
    .join(" ");
}

/** A unit after its number; days are written out. */
export const unitWord = (unit: DurationPart["unit"]): string => t(unit === "d" ? "days" : unit);

/** Minutes and seconds, for what is watched closely: `4 min 09 s`. An hour and more as `formatDuration`. */
export function formatPreciseDuration(durationMs: number): string {
  const ms = Math.abs(durationMs);
  if (ms < minute || ms >= hour) return formatDuration(ms);
  const [minutes, seconds] = [Math.floor(ms / minute), Math.floor((ms % minute) / second)];
  return `${minutes} ${t("min")} ${String(seconds).padStart(2, "0")} ${t("s")}`;
}

/** English ICU data knows these zones by their offset only. */
const zoneNames: Record<string, string> = {
  "Asia/Tokyo": "JST",
  Japan: "JST",
  "Asia/Seoul": "KST",
  "Asia/Kolkata": "IST",
  "Asia/Calcutta": "IST",
  "Asia/Singapore": "SGT",
  "Asia/Hong_Kong": "HKT",
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string, options: Intl.DateTimeFormatOptions, language = intlLocale()): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: "h23", ...options });
  formats.set(key, made);
  return made;
}

export type Instant = string | number | Date;

/** The zone's short name at that instant: JST, CET, UTC+8. Summer time counts. */
export function zoneName(zone: string, at: Instant): string {
  const known = zoneNames[zone];
  if (known) return known;
  const named = formatFor(zone, { timeZoneName: "short" }, "en-GB").formatToParts(new Date(at));
  const name = named.find(({ type }) => type === "timeZoneName")?.value ?? zone;
  return name.replace(/^GMT(?=[+-])/, "UTC");
}

/** `04:31 JST`, or `04:31:08 JST` with seconds. Never without its zone. */
export function formatTime(at: Instant, zone: string, precision: "minute" | "second" = "minute"): string {
  return `${formatBareTime(at, zone, precision)} ${zoneName(zone, at)}`;
}

/** Only for a column whose heading names the zone. */
export function formatBareTime(at: Instant, zone: string, precision: "minute" | "second" = "minute"): string {
  const seconds = precision === "second" ? { second: "2-digit" as const } : {};
  return formatFor(zone, { hour: "2-digit", minute: "2-digit", ...seconds }).format(new Date(at));
}

/** `22 Nov 2025`, `2025年11月22日`. */
export function formatDate(at: Instant, zone: string): string {
  return inWords(at, zone, { day: "numeric", month: "short", year: "numeric" });
}

/** `Fri 21 Nov`, `11月21日(金)`. */
export function formatWeekday(at: Instant, zone: string): string {
  return inWords(at, zone, { weekday: "short", day: "numeric", month: "short" });
}

/** `22 Nov 2025, 04:31 JST`, `2025年11月22日 04:31 JST`. */
export function formatDateTime(at: Instant, zone: string, precision: "minute" | "second" = "minute"): string {
  return t("{date}, {time}", { date: formatDate(at, zone), time: formatTime(at, zone, precision) });
}

function inWords(at: Instant, zone: string, options: Intl.DateTimeFormatOptions): string {
  if (locale() !== "en") return formatFor(zone, options).format(new Date(at));
  const named = formatFor(zone, options).formatToParts(new Date(at));
  // en-GB says "Sept"; every month has three letters here.
  const words = named
    .filter(({ type }) => type !== "literal")
    .map(({ type, value }) => (type === "month" ? value.slice(0, 3) : value));
  return words.join(" ");
}

/** True when the runtime knows the zone; a cookie may hold anything. */
export function isZone(zone: string): boolean {
  try {
    formatFor(zone, {});
    return true;
  } catch {
    return false;
  }
}

const KIBI = 1_024;

/** "812 bytes", "14 KiB", "2.3 MiB". */
export function formatBytes(bytes: number): string {
  if (bytes < KIBI) return t("{count} bytes", { count: bytes });
  return bytes < KIBI * KIBI ? `${Math.round(bytes / KIBI)} KiB` : `${(bytes / KIBI / KIBI).toFixed(1)} MiB`;
}
