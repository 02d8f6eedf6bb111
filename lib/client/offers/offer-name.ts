import type { Offer } from "#lib/client/offers/offer.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { t } from "#lib/words/t.ts";

/** An offer by its full name, away from its card: "Start step 3: Stop the mail", "Skip, step 3: Stop the mail". */
export function offerName({ label }: Pick<Offer, "label">, { number, title }: Step): string {
  const bare = label.replace(/…$/, "");
  const step = t("step {step}", { step: number });
  return `${bare.includes(step) ? bare : t("{action}, step {step}", { action: bare, step: number })}: ${title}`;
}
