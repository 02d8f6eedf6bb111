import { whoName } from "#lib/domain/actor-name.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Attempt, StepState } from "#lib/domain/run/state.ts";

export type Deed = { who: string; begun: string | undefined; at: string };

/** Who brought a step to where it is, from when to when: as it was told, where that was entered afterwards. */
export function deedOf(state: StepState): Deed {
  const { recorded, since } = state;
  const at = recorded?.at ?? foundOut(state)?.ended?.at ?? since;
  const begun = doneSince(state);
  return { who: doneBy(state), begun: begun !== undefined && begun < at ? begun : undefined, at };
}

/** Who did it: of what was looked at by a command in the end, whoever had it looked at; of what a host was asked about, not who asked. */
export const doneBy = (state: StepState): string =>
  state.recorded?.by ?? foundOut(state)?.begun?.worker ?? whoName(lookedAt(state)?.by ?? state.by);

/** What was said of it by whoever did it. */
export const saidOf = (state: StepState): string | undefined => state.note ?? lookedAt(state)?.note;

/** The look that a step was completed by after it was done. */
const lookedAt = (state: StepState): Attempt | undefined =>
  lastThat(state, ({ conduct }) => conduct === "verification" && state.status === "completed");

/** The try that has ended as its receipt says, where nothing else was known of it: it was over before anybody asked. */
const foundOut = (state: StepState): Attempt | undefined =>
  lastThat(state, ({ ended, asked }) => ended !== undefined && asked?.answer?.at === state.since);

function lastThat(state: StepState, is: (attempt: Attempt) => boolean): Attempt | undefined {
  const last = lastAttempt(state);
  return last && is(last) ? last : undefined;
}

/** When it was begun that a step was done: not what was undone as it was reopened. Undefined where nobody knows. */
export function doneSince({ recorded, attempts }: Pick<StepState, "recorded" | "attempts">): string | undefined {
  const begun = attempts[attempts.findLastIndex(({ undone }) => undone) + 1]?.at;
  // Begun in the console when it was done already: nobody said when it truly was.
  return recorded && begun !== undefined && begun >= recorded.at ? undefined : begun;
}

/** When a step was first begun, even if it is not over, was over at once, or was undone; undefined where nobody knows. */
export const begunAt = ({ recorded, attempts: [first] }: StepState): string | undefined =>
  first && doneSince({ recorded, attempts: [{ ...first, undone: undefined }] });
