import { enteredBy, whoName } from "#lib/domain/actor-name.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { Segment } from "#lib/domain/report/segment.ts";
import { isTrouble } from "#lib/domain/report/trouble-kind.ts";
import { doneBy, doneSince, saidOf } from "#lib/domain/run/deed.ts";
import { placeTaken } from "#lib/domain/run/place-taken.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import { whyOf } from "#lib/domain/run/retold.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { row } from "#lib/words/t.ts";

type Deed = { by: string | null; site?: string; from: string | null; to: string | null; note: string | null };

/** Who did a step, where if it has several places, from when to when, and what was said of it: as far as anybody did anything. */
export function deedIn(step: Pick<Step, "roles">, state: StepState, segments: readonly Segment[]): Deed {
  const untouched = isUntouched(state);
  // That it stood ready for a while, and then was not wanted any more, is no time in which it was done.
  const leftAlone = untouched && segments.at(-1)?.to !== null;
  const site = placeTaken(step, state);
  return {
    by: untouched ? null : byOf(state),
    ...(site !== undefined && { site }),
    from: leftAlone ? null : (doneSince(state) ?? waitedSince(state, segments)),
    to: leftAlone ? null : endOf(state, segments),
    note: noteOf(state),
  };
}

/** What proves that it is done. */
export const evidenceIn = ({ attached }: StepState) =>
  attached.map((one) => ({
    name: one.name,
    sha256: one.kind === "file" ? one.sha256 : null,
    url: one.kind === "link" ? one.url : null,
    by: one.by.name,
  }));

/** What nobody has to begin is done by who is asked, from when they are. */
const waitedSince = ({ attempts, recorded }: StepState, [first]: readonly Segment[]): string | null =>
  attempts.length > 0 || recorded ? null : (first?.from ?? null);

const beforeAnything: ReadonlySet<StepState["status"]> = new Set(["not_started", "ready", "awaiting_approval"]);

/** Whoever brought it so far was at another step. */
const isUntouched = ({ status, attempts }: StepState): boolean => beforeAnything.has(status) && attempts.length === 0;

/** Who did it; of what people worked at in vain, or what was broken off, not who said that it failed or ended the run. */
function byOf(state: StepState): string {
  const { recorded, by, status } = state;
  if (recorded) return enteredBy(recorded.by, whoName(by));
  const last = lastAttempt(state);
  const isOthers = last?.conduct === "hand" || last?.conduct === "simulated" || status === "canceled";
  return last && isTrouble(status) && isOthers ? whoName(last.by) : doneBy(state);
}

/** What was done without the console ended as it was told, even if it was never asked for there. */
function endOf({ recorded }: StepState, segments: readonly Segment[]): string | null {
  const last = segments.at(-1);
  if (!recorded || last?.to === null) return last?.to ?? null;
  return last && last.to > recorded.at ? last.to : recorded.at;
}

/** What was said of it: as it was started, and as it came to what it is. */
function noteOf(state: StepState): string | null {
  const said = [lastAttempt(state)?.why, saidOf(state) ?? whyOf(state)].filter((one) => one !== undefined);
  return said.length > 0 ? row(said, "; ") : null;
}
