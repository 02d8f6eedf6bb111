import { t } from "#lib/words/t.ts";

/** "2026-01-01 02:03:04 UTC", and in the reader's zone where that is known: "(2026-01-01 11:03:04 Asia/Tokyo)". */
export function bothTimes(at: string, zone: string | undefined): string {
  return zone === undefined || zone === "UTC" ? instant(at) : `${instant(at)} (${localTime(at, zone)} ${zone})`;
}

function localTime(at: string, timeZone: string): string {
  const [date, time] = [{ dateStyle: "short" } as const, { timeStyle: "medium" } as const].map((style) =>
    // Swedish writes dates as ISO 8601 does.
    new Intl.DateTimeFormat("sv-SE", { timeZone, ...style }).format(Date.parse(at)),
  );
  return `${date} ${time}`;
}

/** "2026-01-01 02:03:04 UTC". */
export const instant = (at: string): string => `${at.slice(0, 19).replace("T", " ")} UTC`;

/** "1 h 04 min 09 s". */
export function duration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  if (hours > 0) {
    return t("{hours} h {minutes} min {seconds} s", { hours, minutes: two(minutes), seconds: two(rest) });
  }
  return minutes > 0
    ? t("{minutes} min {seconds} s", { minutes, seconds: two(rest) })
    : t("{seconds} s", { seconds: rest });
}
