import "server-only";
import { z } from "zod";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { demandPassword } from "#lib/server/people/passwords.ts";
import { openSealed, seal } from "#lib/server/people/sealed.ts";
import { providerIdOf, singleSignOnSettings } from "#lib/server/single-sign-on/settings.ts";
import { t } from "#lib/words/t.ts";

/** How who has a password here comes by the provider too: they show both, in one browser, within ten minutes. */

const TEN_MINUTES = 600_000;
const PURPOSE = "joining single sign-on";

const Ticket = z.object({ userId: z.string(), untilMs: z.number() });

/** Where the browser has to be led. Throws `not_found` where there is no provider, `conflict` for who comes by it already. */
export async function joinSingleSignOn(person: Person, password: string): Promise<{ path: string }> {
  if (!singleSignOnSettings()) throw new AppError("not_found", t("There is no single sign-on here."));
  await demandPassword(person, password);
  if (await comesBySingleSignOn(person.id)) throw new AppError("conflict", t("You come by single sign-on already."));
  const ticket = seal(JSON.stringify({ userId: person.id, untilMs: Date.now() + TEN_MINUTES }), PURPOSE);
  return { path: `/api/sign-in/oidc?join=${ticket}` };
}

/** Who has asked to be joined; null for what is none of our tickets, or is too old. */
export function joinerOf(ticket: string): string | null {
  try {
    const { userId, untilMs } = Ticket.parse(JSON.parse(openSealed(ticket, PURPOSE)));
    return untilMs > Date.now() ? userId : null;
  } catch {
    // Not sealed by this console: as good as none.
    return null;
  }
}

/** Whether the provider that is configured now lets this person in. */
export async function comesBySingleSignOn(userId: string): Promise<boolean> {
  const settings = singleSignOnSettings();
  return settings !== null && (await db().account.count({ where: { userId, providerId: providerIdOf(settings) } })) > 0;
}
