import { t, tn } from "#lib/words/t.ts";

const DAY_MS = 86_400_000;

/** "today", "yesterday", "39 days ago". Both are days of the same calendar, as 2025-11-22. */
export function daysAgoWords(day: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  if (days <= 0) return t("today");
  return days === 1 ? t("yesterday") : tn("{count} day ago", "{count} days ago", days);
}
