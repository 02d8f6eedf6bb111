import { z } from "zod";
import { t } from "#lib/words/t.ts";

/** A time zone by its name, such as "Asia/Tokyo". */
export const Zone = z
  .string()
  .max(64)
  .refine(isZone, { error: () => t('a time zone such as "Asia/Tokyo"') });

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
