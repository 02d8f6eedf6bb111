import { z } from "zod";
import { isLink, LARGEST_FILE_BYTES, LONGEST_LINK } from "#lib/domain/evidence-limits.ts";
import { Line } from "#lib/domain/fields.ts";
import { t } from "#lib/words/t.ts";

/** What is attached to a step: a file that is kept with its digest, or a link to what is kept elsewhere. */

/** Shown in the page; everything else is only ever downloaded. */
export const SHOWN_TYPES = ["image/png", "image/jpeg", "image/webp", "image/gif", "text/plain"] as const;

/** A name as files have it, without a way to another folder. */
export const FileName = z
  .string()
  .trim()
  .min(1, { error: () => t("needs a name") })
  .max(150, { error: () => t("at most 150 characters") })
  .regex(/^[^\p{Cc}/\\]*$/u, { error: () => t("a name without / and \\") })
  .refine((name) => name !== "." && name !== "..", { error: () => t("a name") });

const anAddress = { error: () => t("an address with http:// or https://") };
const Link = z.url(anAddress).refine(isLink, anAddress).max(LONGEST_LINK);

const EvidenceFile = z.strictObject({
  id: z.uuid(),
  name: FileName,
  mediaType: z.string().max(100),
  bytes: z.number().int().positive().max(LARGEST_FILE_BYTES),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const Evidence = z.discriminatedUnion("kind", [
  EvidenceFile.extend({ kind: z.literal("file") }),
  z.strictObject({ kind: z.literal("link"), id: z.uuid(), name: Line, url: Link }),
]);
export type Evidence = z.infer<typeof Evidence>;
