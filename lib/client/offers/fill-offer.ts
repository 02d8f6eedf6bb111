import { type About, draft, LATER_ID, type Offer, settle } from "#lib/client/offers/offer.ts";
import { t } from "#lib/words/t.ts";

/** Who fills a position of the run, and who stands in. */
export function fillOffer(about: About, position: string, title: string): Offer | undefined {
  const { person, deputy } = about.run.positions[position] ?? {};
  const command = {
    ...({ type: "position.fill", position } as const),
    ...(person?.id === LATER_ID ? {} : { person: LATER_ID }),
    ...(deputy && { deputy: null }),
  };
  return settle(about, [
    draft(command, t("Fill {position}…", { position: title }), {
      choose: "position",
      ...(!person && !deputy && { somebody: true }),
    }),
  ])[0];
}
