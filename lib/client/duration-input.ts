/** Seconds of a duration as people type it: `4 h`, `1 h 30 min`, `4:30`, `90 min`, `90` (minutes), `1 時間 30 分`. Null: not one. */
export function parseDuration(text: string): number | null {
  const typed = text.normalize("NFKC").trim().toLowerCase();
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  if (clock) return positive(Number(clock[1]) * 60 + Number(clock[2]));
  const bare = /^\d{1,5}$/.exec(typed);
  if (bare) return positive(Number(typed));
  const units =
    /^(?:(\d{1,3})\s*(?:d(?:ays?)?|日))?\s*(?:(\d{1,4})\s*(?:h(?:ours?)?|時間))?\s*(?:(\d{1,5})\s*(?:m(?:in(?:utes?)?)?|分))?$/.exec(
      typed,
    );
  if (!units || typed === "") return null;
  const [days, hours, minutes] = [units[1], units[2], units[3]].map((part) => Number(part ?? 0));
  return positive((days ?? 0) * 1_440 + (hours ?? 0) * 60 + (minutes ?? 0));
}

const mostMinutes = 43_200;

const positive = (minutes: number): number | null => (minutes > 0 && minutes <= mostMinutes ? minutes * 60 : null);
