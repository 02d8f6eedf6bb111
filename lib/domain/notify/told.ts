import { actorName } from "#lib/domain/actor-name.ts";
import type { NoticeKind } from "#lib/domain/notify/message.ts";
import type { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** Something to be told, in words that stand after the run's name or the step's number. */
export type Told = {
  kind: NoticeKind;
  words: string;
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

type Teller<Event extends RunEvent> = (event: Event, by: string) => Told[];

const changed = (words: string): Told => ({ kind: "run_changed", words, to: "everyone" });

const brokeGlass = (words: string, step?: string): Told => ({
  kind: "break_glass",
  words: `BREAK-GLASS, ${words}`,
  to: "everyone",
  ...(step !== undefined && { step }),
});

/** A new kind of event does not compile before it is said here whether it is told. */
const tellers: { [Type in RunEvent["type"]]: Teller<Extract<RunEvent, { type: Type }>> | null } = {
  "run.created": (_, by) => [
    { ...changed(`declared by ${by}, not started yet`), still: ({ status }) => status === "draft" },
  ],
  "run.started": ({ override }, by) => [
    changed(`started by ${by}`),
    ...(override ? [brokeGlass(`${by} started it although ${override.over.join(" and ")} held what it needs`)] : []),
  ],
  "run.paused": (_, by) => [changed(`paused by ${by}`)],
  "run.resumed": (_, by) => [changed(`goes on, resumed by ${by}`)],
  "run.aborted": (_, by) => [changed(`aborted by ${by}`)],
  "run.failed": (_, by) => [changed(`declared failed by ${by}`)],
  "run.completed": ({ exceptions }) => [changed(exceptions.length > 0 ? "completed with exceptions" : "completed")],
  "command.offered": ({ to }, by) => [
    {
      kind: "command",
      words: `${by} offers you command`,
      to: [to.id],
      still: ({ commandOffer }) => commandOffer?.to.id === to.id,
    },
  ],
  "command.taken": ({ from }, by) => [
    { kind: "command", words: `${by} took command from ${from.name}`, to: [from.id] },
  ],
  "gate.broken": ({ step }, by) => [brokeGlass(`${by} let it start in place of those who were asked`, step)],
  "run.automation_set": null,
  "command.accepted": null,
  "command.declined": null,
  "command.withdrawn": null,
  "position.filled": null,
  "presence.confirmed": null,
  "fact.answered": null,
  "output.entered": null,
  "note.added": ({ mentions = [], step }, by) =>
    mentions.length === 0
      ? []
      : [
          {
            kind: "mentioned",
            words: `${by} wrote a note to you`,
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
