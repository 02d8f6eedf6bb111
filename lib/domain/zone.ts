import { z } from "zod";
import { t } from "#lib/words/t.ts";
import { isZone } from "#lib/words/zone.ts";

/** A time zone by its name, such as "Asia/Tokyo". */
export const Zone = z
  .string()
  .max(64)
  .refine(isZone, { error: () => t('must be a time zone such as "Asia/Tokyo"') });
