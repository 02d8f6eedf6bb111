import { readersNow } from "#lib/words/clock.ts";
import { intlLocale, locale } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";
import { readersZone, UTC } from "#lib/words/zone.ts";

/** English ICU data knows these zones by their offset only. */
export const zoneNames: Record<string, string> = {
  "Asia/Tokyo": "JST",
  Japan: "JST",
  "Asia/Seoul": "KST",
  "Asia/Kolkata": "IST",
  "Asia/Calcutta": "IST",
  "Asia/Singapore": "SGT",
  "Asia/Hong_Kong": "HKT",
};

const formats = new Map<string, Intl.DateTimeFormat>();
/** Whoever asks may name any zone, and each in many ways. */
const MOST_FORMATS = 500;

function formatFor(zone: string, options: Intl.DateTimeFormatOptions, language = intlLocale()): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: "h23", ...options });
  if (formats.size >= MOST_FORMATS) formats.clear();
  formats.set(key, made);
  return made;
}

export type Instant = string | number | Date;
export type Precision = "minute" | "second";

/** The zone's short name at that instant: JST, CET, UTC+8. Summer time counts. */
export function zoneName(zone: string, at: Instant): string {
  const known = zone === UTC ? UTC : zoneNames[zone];
  if (known) return known;
  const named = formatFor(zone, { timeZoneName: "short" }, "en-GB").formatToParts(new Date(at));
  const name = named.find(({ type }) => type === "timeZoneName")?.value ?? zone;
  return name.replace(/^GMT(?=[+-])/, "UTC");
}

/** `04:31 JST`, or `04:31:08 JST` with seconds. Never without its zone. */
export function formatTime(at: Instant, zone: string, precision: Precision = "minute"): string {
  return `${formatBareTime(at, zone, precision)} ${zoneName(zone, at)}`;
}

/** Only for a column whose heading names the zone. */
export function formatBareTime(at: Instant, zone: string, precision: Precision = "minute"): string {
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
export function formatDateTime(at: Instant, zone: string, precision: Precision = "minute"): string {
  return t("{date}, {time}", { date: formatDate(at, zone), time: formatTime(at, zone, precision) });
}

/** The day as it is compared: `2025-11-22`. */
export const dayOf = (at: Instant, zone: string): string => isoTime(at, zone, "second").slice(0, "2025-11-22".length);

/** So far is no clock from UTC, in hours. */
const FARTHEST = 16;

/** The instant at which a day (`2025-11-22`) begins there, in milliseconds: its first, where midnight is left out. */
export const dayStart = (day: string, zone: string): number => startAt(midnightOf(day), zone);

/** The instant at which the day after it begins there, in milliseconds. */
export const dayEnd = (day: string, zone: string): number => startAt(midnightOf(day) + 86_400_000, zone);

const midnightOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function startAt(midnight: number, zone: string): number {
  const clock = (at: number) => Date.parse(`${isoTime(at, zone, "second").replace(" ", "T")}Z`);
  let [before, from] = [midnight - FARTHEST * 3_600_000, midnight + FARTHEST * 3_600_000];
  while (from - before > 1_000) {
    const middle = before + Math.floor((from - before) / 2_000) * 1_000;
    if (clock(middle) < midnight) before = middle;
    else from = middle;
  }
  return from;
}

/** The day before a time that is not of `today`: `22 Nov`, with the year where that is another. Null on the day itself. */
export function formatOtherDay(at: Instant, zone: string, today: string): string | null {
  const day = dayOf(at, zone);
  if (day === today) return null;
  const ofThisYear = day.slice(0, 4) === today.slice(0, 4);
  return ofThisYear ? inWords(at, zone, { day: "numeric", month: "short" }) : formatDate(at, zone);
}

/** After the day, where one is told. */
export const withDay = (day: string | null, time: string): string =>
  day === null ? time : t("{date}, {time}", { date: day, time });

function inWords(at: Instant, zone: string, options: Intl.DateTimeFormatOptions): string {
  if (locale() !== "en") return formatFor(zone, options).format(new Date(at));
  const named = formatFor(zone, options).formatToParts(new Date(at));
  // en-GB says "Sept"; every month has three letters here.
  const words = named
    .filter(({ type }) => type !== "literal")
    .map(({ type, value }) => (type === "month" ? value.slice(0, 3) : value));
  return words.join(" ");
}

/**
 * `04:31:08 JST (19:31:08 UTC)`: in a sentence, in the reader's zone beside UTC, and with its date where that is not
 * `today`'s; the date in UTC where it is another.
 */
export function bothClocks(
  at: Instant,
  precision: Precision = "second",
  zone = readersZone(),
  today = readersToday(zone),
): string {
  const day = today === null ? null : formatOtherDay(at, zone, today);
  const there = withDay(day, formatTime(at, zone, precision));
  return zone === UTC ? there : `${there} (${utcAfter(at, zone, day, precision)})`;
}

/** The time in UTC after that of a zone, with its day where one was told before it and it is another. */
export const utcAfter = (at: Instant, zone: string, told: string | null, precision: Precision = "minute"): string =>
  withDay(told && formatOtherDay(at, UTC, dayOf(at, zone)), formatTime(at, UTC, precision));

function readersToday(zone: string): string | null {
  const now = readersNow();
  return now === undefined ? null : dayOf(now, zone);
}

/** UTC beside a date and time in another zone: `19:31 UTC`, with its date where that is another. */
export const utcBeside = (at: Instant, zone: string, precision: Precision): string =>
  formatDate(at, UTC) === formatDate(at, zone) ? formatTime(at, UTC, precision) : formatDateTime(at, UTC, precision);

/** `2026-01-01 02:03:04 UTC (11:03:04 JST)`, with the day where it is another: on paper, in reports, in messages. */
export function bothTimes(at: Instant, precision: Precision = "second"): string {
  const [zone, utc] = [readersZone(), isoTime(at, UTC, precision)];
  if (zone === UTC) return `${utc} UTC`;
  const local = isoTime(at, zone, precision);
  const [day] = utc.split(" ");
  return `${utc} UTC (${local.replace(`${day} `, "")} ${zoneName(zone, at)})`;
}

/** Swedish writes dates as ISO 8601 does. */
function isoTime(at: Instant, zone: string, precision: Precision): string {
  const written = formatFor(zone, { dateStyle: "short", timeStyle: "medium" }, "sv-SE").format(new Date(at));
  return precision === "minute" ? written.slice(0, -":04".length) : written;
}
