import { type About, draft, LATER, type Offer, settle } from "#lib/client/offers/offer.ts";
import { roll } from "#lib/domain/run/assignee.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** Command is offered: who is asked takes it or not, who commands may take the offer back. */
export function commandAnswers(about: About): Offer[] {
  const { run, person } = about;
  const asked = run.commandOffer?.to.id === person.id;
  const commands = run.commandOffer !== undefined && run.commander.id === person.id;
  return settle(about, [
    ...(asked
      ? [
          draft({ type: "command.accept" }, t("Accept and become commander")),
          draft({ type: "command.decline", reason: LATER }, t("Decline to be commander…"), { reason: "needed" }),
        ]
      : []),
    ...(commands ? [draft({ type: "command.withdraw" }, t("Take the offer back"))] : []),
  ]);
}

/** One press, for whom the roll call asks and who has not answered it. */
export function rollCallAnswer(about: About): Offer | undefined {
  const { procedure, run, person } = about;
  const asked = roll(procedure, run).some(({ id }) => id === person.id);
  if (!asked || run.presence[person.id] || isOver(run.status)) return undefined;
  return settle(about, [draft({ type: "presence.confirm" }, t("I am here"), {}, "primary")])[0];
}
