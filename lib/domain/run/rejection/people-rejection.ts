import type { Who } from "#lib/domain/instant.ts";
import type { Role } from "#lib/domain/roles.ts";
import type { ServerRejection } from "#lib/domain/run/rejection/server-rejection.ts";
import { t } from "#lib/words/t.ts";
import { bothClocks } from "#lib/words/time.ts";

/** Why a command about the people of a run is refused. */
export type PeopleRejection =
  | { code: "person_not_found" | "person_unchanged" }
  | { code: "not_on_roll" }
  | { code: "command_not_offered" | "nobody_to_remind" }
  | { code: "reminded_lately"; by: Who; at: string; againAt: string }
  | { code: "person_may_not"; name: string; role: Role }
  | { code: "position_not_found"; position: string }
  | { code: "position_unchanged" | "deputy_is_person"; position: string }
  | { code: "present_already"; name: string; by: Who; at: string }
  | { code: "assigned_already"; step: string }
  | { code: "help_not_asked"; step: string }
  | { code: "help_asked_already"; step: string; by: Who; at: string }
  | { code: "help_of_another"; step: string; asker: Who; commander: Who }
  | { code: "command_offered_already" | "command_offered_to_another"; to: Who };

type OfButton = Exclude<PeopleRejection, ServerRejection>;

const codes: Record<OfButton["code"], true> = {
  command_not_offered: true,
  nobody_to_remind: true,
  reminded_lately: true,
  help_not_asked: true,
  help_asked_already: true,
  help_of_another: true,
  command_offered_already: true,
  command_offered_to_another: true,
};

export const isPeopleRejection = (rejection: { code: string }): rejection is OfButton => rejection.code in codes;

/** The refusal in one sentence for people. Positions are told by their keys: titles are the procedure's. */
export function peopleSentence(rejection: OfButton): string {
  switch (rejection.code) {
    case "help_asked_already":
      return t("{who} asked for help with step {step} at {time}.", {
        who: rejection.by.name,
        step: rejection.step,
        time: bothClocks(rejection.at),
      });
    case "help_not_asked":
      return t("Nobody asked for help with step {step}.", { step: rejection.step });
    case "help_of_another":
      return t("{asker} asked for help. {asker} or {commander} settles it.", {
        asker: rejection.asker.name,
        commander: rejection.commander.name,
      });
    case "nobody_to_remind":
      return t("Nobody else is waited for here who could be reminded.");
    case "reminded_lately":
      return t("{who} reminded them at {time}. They can be reminded again from {again}.", {
        who: rejection.by.name,
        time: bothClocks(rejection.at),
        again: bothClocks(rejection.againAt),
      });
    case "command_not_offered":
      return t("Command is not offered to anybody now.");
    case "command_offered_already":
      return t("Command is already offered to {name}. Withdraw that first.", { name: rejection.to.name });
    case "command_offered_to_another":
      return t("Command is offered to {name}, who alone answers.", { name: rejection.to.name });
  }
}
