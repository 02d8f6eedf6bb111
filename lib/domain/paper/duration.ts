import { t } from "#lib/words/t.ts";

/** "1 h 04 min 09 s", and "4 h 00 min" where it is a whole number of minutes. */
export function duration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  if (hours > 0) {
    return rest === 0
      ? t("{hours} h {minutes} min", { hours, minutes: two(minutes) })
      : t("{hours} h {minutes} min {seconds} s", { hours, minutes: two(minutes), seconds: two(rest) });
  }
  if (minutes === 0) return t("{seconds} s", { seconds: rest });
  return rest === 0 ? t("{minutes} min", { minutes }) : t("{minutes} min {seconds} s", { minutes, seconds: two(rest) });
}
