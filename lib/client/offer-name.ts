import type { Offer } from "#lib/client/offer.ts";
import type { Step } from "#lib/domain/procedure.ts";

/** An offer by its full name, away from its card: "Start step 3: Stop the mail", "Skip, step 3: Stop the mail". */
export function offerName({ label }: Pick<Offer, "label">, { number, title }: Step): string {
  const bare = label.replace(/…$/, "");
  return `${bare.includes(`step ${number}`) ? bare : `${bare}, step ${number}`}: ${title}`;
}
