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

/** The instant that such a field holds; null while it is not complete. */
export function fromLocalInput(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** What the zone of such a field is called at that time, or now: "JST", "UTC+1". */
export const localZoneName = (at: string | null): string =>
  zoneName(Intl.DateTimeFormat().resolvedOptions().timeZone, at ?? new Date());
