import { zoneName } from "#lib/words/time.ts";

/** An instant for a `datetime-local` field, in this machine's zone: `2025-11-22T03:12`. */
export function toLocalInput(at: string | number): string {
  const date = new Date(at);
  const [year, month, day, hour, minute] = [
    date.getFullYear(),
    date.getMonth() + 1,
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
  ].map((part) => String(part).padStart(2, "0"));
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** So far, in minutes, is a clock put back where that is done. */
const PUT_BACK = [-60, -30, 0, 30, 60];

/** The instants that such a field may mean: two, the earlier first, where the clock was put back; none while it is not complete. */
export function instantsOf(text: string): string[] {
  const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) return [];
  const shown = toLocalInput(ms);
  return PUT_BACK.map((minutes) => ms + minutes * 60_000)
    .filter((at) => toLocalInput(at) === shown)
    .map((at) => new Date(at).toISOString());
}

/** The instant that such a field holds, of two the `later` where that is said; null while it is not complete. */
export function fromLocalInput(text: string, later = false): string | null {
  const [first, second] = instantsOf(text);
  return (later ? second : undefined) ?? first ?? null;
}

/** What the zone of such a field is called at that time, or now: "JST", "UTC+1". */
export const localZoneName = (at: string | null): string =>
  zoneName(Intl.DateTimeFormat().resolvedOptions().timeZone, at ?? new Date());
