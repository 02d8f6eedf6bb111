import type { ShownState } from "#lib/domain/run/digest.ts";
import type { RunStatus } from "#lib/domain/run/state.ts";
import type { PlainSentence } from "#lib/words/t.ts";

/** What a state means, and what to do about it. A state that is new in the domain does not compile without. */
export type Meaning = { means: PlainSentence; next: PlainSentence };

/** In the order in which they are met: what is to come, what goes on, what waits, what is settled, what is in trouble. */
export const stepMeanings: Record<ShownState, Meaning> = {
  not_started: {
    means: "It applies, and something before it is not settled yet.",
    next: "It becomes ready by itself.",
  },
  undecided: {
    means: "Nobody knows yet whether it applies: a question of the run is answered “unknown”.",
    next: "The commander answers the question, in the card or beside the steps.",
  },
  ready: {
    means: "Everything before it is settled, so it may be started.",
    next: "An operator starts it. Where it has an approval, that is asked for first.",
  },
  awaiting_approval: {
    means: "Its gate is shut. An approval, a vote, a go or a release is waited for; a hold point shows as Held.",
    next: "The people named on the card decide. Silence is not a yes.",
  },
  in_progress: {
    means:
      "Somebody is working on it, or a worker is running its command; one that no worker has begun shows as Queued.",
    next: "By hand: tick its lines, then complete it. By command: its output is followed in the card.",
  },
  awaiting_confirmation: {
    means: "The machine has finished. Whether the result is right, a person says.",
    next: "Look at the result that is expected, then confirm it, or say that it failed.",
  },
  canceling: {
    means: "The worker was asked to end the command and has not said yet that it is over.",
    next: "Wait. Without an answer it becomes outcome unknown.",
  },
  completed: { means: "It was done, and the result is as it should be.", next: "Nothing is left to be done." },
  overridden: {
    means: "Counts as done by a person’s decision, with a reason and evidence.",
    next: "The report lists it as an exception.",
  },
  skipped: {
    means: "A person decided to leave it out, with a reason.",
    next: "The report lists it as an exception.",
  },
  not_applicable: {
    means: "The answers of this run say that it is not to be done. Nobody left it out.",
    next: "A different answer makes it apply again.",
  },
  rejected: {
    means: "Those who were asked said no.",
    next: "The commander decides whether to ask again.",
  },
  failed: {
    means: "It was tried and did not succeed.",
    next: "An operator retries it, or the commander overrides it or skips it.",
  },
  timed_out: {
    means: "The command took longer than it may. The attempt says whether its process is known to be gone.",
    next: "Check whether it is still running, then retry, override or skip.",
  },
  canceled: {
    means: "Its command was ended on demand. What it had done by then stays.",
    next: "An operator retries it, or the commander overrides it or skips it.",
  },
  interrupted: {
    means: "The worker was lost after the command may have begun: what became of it is not known.",
    next: "Ask the host for its receipt. It is never run a second time by itself.",
  },
};

export const runMeanings: Record<RunStatus, Meaning> = {
  draft: { means: "Created and not started. Nothing can be done in it yet.", next: "Its commander starts it." },
  in_progress: { means: "Steps may be started and completed.", next: "Follow Now, Next and Waiting." },
  paused: {
    means: "No new step can be started. Running commands continue, and so does the clock of the objective.",
    next: "Its commander resumes it.",
  },
  completed: { means: "Every step is completed or does not apply.", next: "Read the report and sign it off." },
  completed_with_exceptions: {
    means:
      "Everything is settled, and a person decided something in place of the procedure. The run lists it, and its report passes it with conditions, or not at all where every step was skipped.",
    next: "Read the exceptions in the report before signing it off.",
  },
  aborted: {
    means: "Ended by its commander before the end. Nothing that was done is undone.",
    next: "Write down findings; start a switchback where one is needed.",
  },
  failed: {
    means: "Declared failed. Past the point of no return this is the only early end.",
    next: "Start the switchback from the run’s page.",
  },
};
