import { positionTitle } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import type { Filled } from "#lib/domain/run/state.ts";
import { listed, row, t } from "#lib/words/t.ts";

type PeopleEvent = Extract<
  RunEvent,
  {
    type:
      | `person.${string}`
      | `position.${string}`
      | `presence.${string}`
      | `command.${string}`
      | `help.${string}`
      | "step.assigned"
      | "people.reminded";
  }
>;

/** What people settled among themselves, after the name of who did it. */
export function peopleEventWords(event: PeopleEvent, procedure: Procedure): string {
  switch (event.type) {
    case "command.taken":
      return t("took command from {person}: {reason}", { person: event.from.name, reason: event.reason });
    case "command.offered":
      return t("offered command to {person}", { person: event.to.name });
    case "command.accepted":
      return t("accepted command from {person}", { person: event.from.name });
    case "command.declined":
      return t("declined command: {reason}", { reason: event.reason });
    case "command.withdrawn":
      return t("took back the offer of command to {person}", { person: event.to.name });
    case "person.changed":
      return personWords(event);
    case "position.filled":
      return t("filled {position}: {people}", {
        position: positionTitle(procedure, event.position),
        people: filledWords(event.filled),
      });
    case "presence.confirmed":
      return t("noted that {person} is here", { person: event.person.name });
    case "people.reminded":
      return remindedWords(event);
    case "step.assigned":
      return event.to
        ? t("assigned step {step} to {whom}", {
            step: event.step,
            whom: "person" in event.to ? event.to.person.name : positionTitle(procedure, event.to.position),
          })
        : t("assigned step {step} to nobody in particular", { step: event.step });
    case "help.asked":
      return t("needs help with step {step}: {reason}", { step: event.step, reason: event.reason });
    case "help.settled":
      return t("settled the call for help with step {step}: {how}", { step: event.step, how: event.how });
  }
}

const personWords = ({ person: { name }, role }: Extract<RunEvent, { type: "person.changed" }>): string =>
  role === null
    ? t("deactivated {person}: nobody waits for them here any more", { person: name })
    : t("set the account of {person} to {role}", { person: name, role: t(role) });

type Reminded = Extract<RunEvent, { type: "people.reminded" }>;

/** "reminded Ren Okada of step 7; no e-mail goes to Sho Ito". */
export function remindedWords({ step, to, unreached }: Pick<Reminded, "step" | "to" | "unreached">): string {
  const people = listed(to.map(({ name }) => name));
  const told =
    step === undefined
      ? t("reminded {people} of the roll call", { people })
      : t("reminded {people} of step {step}", { people, step });
  if (unreached.length === 0) return told;
  return t("{told}; no e-mail goes to {unreached}", { told, unreached: listed(unreached.map(({ name }) => name)) });
}

function filledWords({ person, deputy }: Filled): string {
  if (!person && !deputy) return t("nobody");
  return row([...(person ? [person.name] : []), ...(deputy ? [t("{person} as deputy", { person: deputy.name })] : [])]);
}
