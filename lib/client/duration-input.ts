/** Seconds of a duration as people type it: `4 h`, `1 h 30 min`, `4:30`, `90 min`, `90` (minutes), `1 min 30 s`, `1 時間 30 分`. Null: not one. */
export function parseDuration(text: string): number | null {
  const typed = text.normalize("NFKC").trim().toLowerCase();
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  if (clock) return positive(Number(clock[1]) * 3_600 + Number(clock[2]) * 60);
  const bare = /^\d{1,5}$/.exec(typed);
  if (bare) return positive(Number(typed) * 60);
  const units =
    /^(?:(\d{1,3})\s*(?:d(?:ays?)?|日))?\s*(?:(\d{1,4})\s*(?:h(?:ours?)?|時間))?\s*(?:(\d{1,5})\s*(?:m(?:in(?:utes?)?)?|分))?\s*(?:(\d{1,5})\s*(?:s(?:ec(?:onds?)?)?|秒))?$/.exec(
      typed,
    );
  if (!units || typed === "") return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = units.slice(1).map((part) => Number(part ?? 0));
  return positive(days * 86_400 + hours * 3_600 + minutes * 60 + seconds);
}

const MOST_SECONDS = 30 * 86_400;

const positive = (seconds: number): number | null => (seconds > 0 && seconds <= MOST_SECONDS ? seconds : null);
