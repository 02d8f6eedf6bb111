import { isMeantFor, spoken, stepList } from "#lib/client/events/event-sentence.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import { joined, t } from "#lib/words/t.ts";

const TOLD_WHOLE = 3;

/** What is told whole even where much happened at once. */
const urgent: ReadonlySet<RunEvent["type"]> = new Set([
  "step.failed",
  "step.timed_out",
  "step.interrupted",
  "step.rejected",
  "help.asked",
  "gate.broken",
  "run.paused",
  "run.aborted",
  "run.failed",
  "run.completed",
]);

/** What happened, for the screen reader of `me`, with the steps by number and title; many events in one short sentence. */
export function announcement(events: readonly LoggedEvent[], procedure: Procedure, me: string): string {
  if (events.length <= TOLD_WHOLE) return sentences(events, procedure);
  const grave = events.filter((one) => urgent.has(one.event.type) || isMeantFor(me, one)).slice(-TOLD_WHOLE);
  const told = grave.length > 0 ? grave : events.slice(-1);
  const steps = [...new Set(events.flatMap(({ event }) => ("step" in event && event.step ? [event.step] : [])))];
  const count = events.length;
  const changes =
    steps.length > 0
      ? t("{count} changes, {steps}.", { count, steps: stepList(steps) })
      : t("{count} changes.", { count });
  return joined(changes, sentences(told, procedure));
}

const sentences = (events: readonly LoggedEvent[], procedure: Procedure): string =>
  joined(
    ...events.map((logged) =>
      t("{sentence}.", { sentence: `${spoken(logged, procedure)}${titleOf(logged, procedure)}` }),
    ),
  );

function titleOf({ event }: LoggedEvent, procedure: Procedure): string {
  if (event.type === "note.added" || !("step" in event) || event.step === undefined) return "";
  const step = outline(procedure).byNumber.get(event.step);
  return step ? ` (${step.title})` : "";
}
