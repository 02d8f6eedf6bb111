import { z } from "zod";
import { t } from "#lib/words/t.ts";

/** The small fields that documents, sites and runs are made of. */

export const Line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^\r\n]*$/, { error: () => t("one line") });
export const Text = z.string().trim().min(1).max(20_000);
/** Not "constructor": records are indexed by it, and every object has that one already. */
export const Key = z.string().regex(/^(?!constructor$)[a-z][a-z0-9_-]{0,63}$/, {
  error: () => t('lower-case letters, digits, _ and -, at most 64, not "constructor"'),
});
export const Seconds = z.number().int().positive().max(2_592_000);

/** The name under which a worker keeps a credential: a file of its credentials folder, a variable, or `agent`. */
export const CredentialName = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,63}$/, { error: () => t("lower-case letters, digits, _ and -, at most 64") });

/** A host name or an address; nothing that a command line or a URL could read as something else. */
export const HostName = z
  .string()
  .max(253)
  .regex(/^(?!-)[A-Za-z0-9.:_-]+$/, { error: () => t("a host name or an address") });
export const Port = z.number().int().min(1).max(65_535);
