import { expect, it } from "vitest";
import { daysAgoWords } from "#lib/client/days-ago.ts";

it.each([
  ["today", "2025-11-22", "2025-11-22"],
  ["today", "2025-11-23", "2025-11-22"],
  ["yesterday", "2025-11-21", "2025-11-22"],
  ["39 days ago", "2025-10-14", "2025-11-22"],
  ["366 days ago", "2024-02-28", "2025-02-28"],
])("%s", (words, day, today) => {
  expect(daysAgoWords(day, today)).toBe(words);
});
