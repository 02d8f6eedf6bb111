import type { Role } from "#lib/domain/roles.ts";
import type { Who } from "#lib/domain/run/instant.ts";
import { t } from "#lib/words/t.ts";
import { bothClocks } from "#lib/words/time.ts";

/** Why a command about the people of a run is refused. */
export type PeopleRejection =
  | { code: "person_not_found" | "not_on_roll" | "command_not_offered" | "nobody_to_remind" }
  | { code: "reminded_lately"; by: Who; at: string; againAt: string }
  | { code: "person_may_not"; name: string; role: Role }
  | { code: "position_not_found" | "position_unchanged" | "deputy_is_person"; position: string }
  | { code: "present_already"; name: string; by: Who; at: string }
  | { code: "assigned_already" | "help_not_asked"; step: string }
  | { code: "help_asked_already"; step: string; by: Who; at: string }
  | { code: "help_of_another"; step: string; asker: Who; commander: Who }
  | { code: "command_offered_already" | "command_offered_to_another"; to: Who };

const codes: Record<PeopleRejection["code"], true> = {
  person_not_found: true,
  not_on_roll: true,
  command_not_offered: true,
  nobody_to_remind: true,
  reminded_lately: true,
  person_may_not: true,
  position_not_found: true,
  position_unchanged: true,
  deputy_is_person: true,
  present_already: true,
  assigned_already: true,
  help_not_asked: true,
  help_asked_already: true,
  help_of_another: true,
  command_offered_already: true,
  command_offered_to_another: true,
};

export const isPeopleRejection = (rejection: { code: string }): rejection is PeopleRejection => rejection.code in codes;

/** The refusal in one sentence for people. Positions are told by their keys: titles are the procedure's. */
export function peopleSentence(rejection: PeopleRejection): string {
  switch (rejection.code) {
    case "person_not_found":
      return t("There is no such person, or their account is deactivated. Choose another.");
    case "person_may_not":
      return t("{name} is {role}: that role does not allow this. Choose another.", {
        name: rejection.name,
        role: t(rejection.role),
      });
    case "not_on_roll":
      return t("The roll call asks who fills a position, who stands in, and whose a step is.");
    case "present_already":
      return presentSentence(rejection.name, rejection.by.name, bothClocks(rejection.at));
    case "position_not_found":
      return t('The procedure has no position "{position}".', { position: rejection.position });
    case "position_unchanged":
      return t("The position is already filled like that.");
    case "deputy_is_person":
      return t("Nobody stands in for themselves. Choose another deputy.");
    case "assigned_already":
      return t("Step {step} is already assigned like that.", { step: rejection.step });
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

const presentSentence = (name: string, by: string, time: string): string =>
  by === name
    ? t("{name} said so at {time}.", { name, time })
    : t("{who} noted at {time} that {name} is here.", { who: by, time, name });
