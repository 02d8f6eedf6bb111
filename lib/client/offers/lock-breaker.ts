import { type About, draft, LATER, type Offer, settle } from "#lib/client/offers/offer.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** For a draft that another run keeps from being started. */
export function lockBreaker(about: About): Offer | undefined {
  const { run } = about;
  if (run.status !== "draft") return undefined;
  const confirmation = runLabel(run.number);
  const command = { type: "run.start", override: { reason: LATER, confirmation } } as const;
  return settle(about, [draft(command, t("Start anyway…"), { reason: "needed", confirmation }, "danger")])[0];
}
