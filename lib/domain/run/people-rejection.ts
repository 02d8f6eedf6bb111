import type { Role } from "#lib/domain/roles.ts";
import type { Who } from "#lib/domain/run/instant.ts";

/** Why a command about the people of a run is refused. */
export type PeopleRejection =
  | { code: "person_not_found" | "not_on_roll" | "command_not_offered" }
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
      return "There is no such person, or their account is deactivated. Choose another.";
    case "person_may_not":
      return `${rejection.name} is ${rejection.role}: that role does not allow this. Choose another.`;
    case "not_on_roll":
      return "The roll call asks who fills a position, who stands in, and whose a step is.";
    case "present_already":
      return rejection.by.name === rejection.name
        ? `${rejection.name} said so at ${clock(rejection.at)}.`
        : `${rejection.by.name} noted at ${clock(rejection.at)} that ${rejection.name} is here.`;
    case "position_not_found":
      return `The procedure has no position "${rejection.position}".`;
    case "position_unchanged":
      return "The position is filled like that already.";
    case "deputy_is_person":
      return "Nobody stands in for themselves. Choose another deputy.";
    case "assigned_already":
      return `Step ${rejection.step} is assigned like that already.`;
    case "help_asked_already":
      return `${rejection.by.name} asked for help with step ${rejection.step} at ${clock(rejection.at)}.`;
    case "help_not_asked":
      return `Nobody asked for help with step ${rejection.step}.`;
    case "help_of_another":
      return `${rejection.asker.name} asked for help. ${rejection.asker.name} or ${rejection.commander.name} settles it.`;
    case "command_not_offered":
      return "Command is not offered to anybody now.";
    case "command_offered_already":
      return `Command is offered to ${rejection.to.name} already. Withdraw that first.`;
    case "command_offered_to_another":
      return `Command is offered to ${rejection.to.name}, who alone answers.`;
  }
}

const clock = (instant: string) => `${instant.slice(11, 19)} UTC`;
