import { t } from "#lib/words/t.ts";

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
