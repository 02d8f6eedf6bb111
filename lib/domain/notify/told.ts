import { actorName } from "#lib/domain/actor-name.ts";
import type { NoticeKind } from "#lib/domain/notify/message.ts";
import type { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { listed, t } from "#lib/words/t.ts";

/** Something to be told, in words that stand after the run's name or the step's number. */
export type Told = {
  kind: NoticeKind;
  words: string;
  /** As it is said in a channel, where it is not the reader who is spoken to. */
  overheard?: string;
  /** Ids of people; "everyone": whoever chose to hear of such things. */
  to: readonly string[] | "everyone";
  step?: string;
  /** Whether it still holds after what followed; left out: what happened, happened. */
  still?: (run: Run) => boolean;
};

/** What an event tells by itself. What it asks of people is seen from the state that follows. */
export function told({ event, actor }: LoggedEvent): Told[] {
  const tell = tellers[event.type] as Teller<RunEvent> | null;
  return tell?.(event, actorName(actor)) ?? [];
}

type Teller<Event extends RunEvent> = (event: Event, who: string) => Told[];

const changed = (words: string): Told => ({ kind: "run_changed", words, to: "everyone" });

const brokeGlass = (words: string, step?: string): Told => ({
  kind: "break_glass",
  words,
  to: "everyone",
  ...(step !== undefined && { step }),
});

const startedOver = (who: string, over: readonly string[]): string =>
  t("BREAK-GLASS, {who} started it although {runs} held what it needs", { who, runs: listed(over) });

/** A new kind of event does not compile before it is said here whether it is told. */
const tellers: { [Type in RunEvent["type"]]: Teller<Extract<RunEvent, { type: Type }>> | null } = {
  "run.created": ({ run: { declaredAt } }, who) => {
    const words =
      declaredAt === undefined
        ? t("prepared by {who}, not started yet", { who })
        : t("declared by {who}, not started yet", { who });
    return [{ ...changed(words), still: ({ status }) => status === "draft" }];
  },
  "run.started": ({ override }, who) => [
    changed(t("started by {who}", { who })),
    ...(override ? [brokeGlass(startedOver(who, override.over))] : []),
  ],
  "run.paused": (_, who) => [changed(t("paused by {who}", { who }))],
  "run.resumed": (_, who) => [changed(t("goes on, resumed by {who}", { who }))],
  "run.aborted": (_, who) => [changed(t("aborted by {who}", { who }))],
  "run.failed": (_, who) => [changed(t("declared failed by {who}", { who }))],
  "run.completed": ({ exceptions }) => [
    changed(exceptions.length > 0 ? t("completed with exceptions") : t("completed")),
  ],
  "command.offered": ({ to }, who) => [
    {
      kind: "command",
      words: t("{who} offers you command", { who }),
      overheard: t("{who} offers command to {name}", { who, name: to.name }),
      to: [to.id],
      still: ({ commandOffer }) => commandOffer?.to.id === to.id,
    },
  ],
  "people.reminded": ({ to, step }, who) => {
    const names = listed(to.map(({ name }) => name));
    const ofRoll = step === undefined;
    return [
      {
        kind: "reminder",
        words: ofRoll
          ? t("{who} reminds you of the roll call: say that you are here", { who })
          : t("{who} reminds you: it still waits for you", { who }),
        overheard: ofRoll
          ? t("{who} reminds {names} of the roll call", { who, names })
          : t("{who} reminds {names}: it still waits for them", { who, names }),
        to: to.map(({ id }) => id),
        still: ({ status }) => !isOver(status),
        ...(step !== undefined && { step }),
      },
    ];
  },
  "command.taken": ({ from }, who) => [
    { kind: "command", words: t("{who} took command from {from}", { who, from: from.name }), to: [from.id] },
  ],
  "gate.broken": ({ step }, who) => [
    brokeGlass(t("BREAK-GLASS, {who} let it start in place of those who were asked", { who }), step),
  ],
  "run.automation_set": null,
  "command.accepted": null,
  "command.declined": null,
  "command.withdrawn": null,
  "person.changed": null,
  "position.filled": null,
  "presence.confirmed": null,
  "fact.answered": null,
  "output.entered": null,
  "note.added": ({ mentions = [], step }, who) =>
    mentions.length === 0
      ? []
      : [
          {
            kind: "mentioned",
            words: t("{who} wrote a note to you", { who }),
            overheard: t("{who} wrote a note to {names}", { who, names: listed(mentions.map(({ name }) => name)) }),
            to: mentions.map(({ id }) => id),
            ...(step !== undefined && { step }),
          },
        ],
  "finding.added": null,
  "finding.closed": null,
  "report.stated": null,
  "report.signed_off": null,
  "step.assigned": null,
  "help.asked": null,
  "help.settled": null,
  "step.readied": null,
  "step.withheld": null,
  "step.approval_requested": null,
  "step.started": null,
  "step.retry_scheduled": null,
  "step.confirmation_requested": null,
  "step.completed": null,
  "step.failed": null,
  "step.timed_out": null,
  "step.interrupted": null,
  "step.cancel_requested": null,
  "step.canceled": null,
  "step.skipped": null,
  "step.overridden": null,
  "step.recorded": null,
  "step.reopened": null,
  "step.approved": null,
  "step.rejected": null,
  "step.released": null,
  "gate.voted": null,
  "gate.opened": null,
  "gate.voided": null,
  "gate.lapsed": null,
  "evidence.added": null,
  "sub_step.ticked": null,
  "sub_step.unticked": null,
  "sub_step.added": null,
  "attempt.started": null,
  "attempt.finished": null,
  "attempt.asked": null,
  "attempt.answered": null,
};
