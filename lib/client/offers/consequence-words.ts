import { commandHelp } from "#lib/client/help/command-help.ts";
import { voteWords } from "#lib/client/run/gate-words.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { joined, type PlainSentence, t } from "#lib/words/t.ts";

/** What follows from a command, said before it is sent. */
export function consequenceWords(
  command: Command,
  run: Run,
  step: Pick<Step, "pointOfNoReturn"> | null = null,
): string | undefined {
  const commander = run.commander.name;
  switch (command.type) {
    case "command.take":
      return t(
        "You command this run from now on, instead of {commander}. Everybody sees that you took over, and why.",
        { commander },
      );
    case "command.decline":
      return t("{commander} stays commander. Everybody sees that you declined, and why.", { commander });
    case "gate.vote":
      return ofVote(command, run);
    default:
      return plainWords(command, run, step);
  }
}

/** A vote that was given before is named: it counts no more. */
function ofVote({ step, position }: Extract<Command, { type: "gate.vote" }>, run: Run): string {
  const before = stepState(run, step)?.gate?.votes.find((vote) => vote.position === position);
  return joined(
    t("Everybody sees your vote and your reason."),
    before &&
      t("It takes the place of “{vote}” by {person}.", { vote: t(voteWords[before.vote]), person: before.by.name }),
    t("The commander decides on the result."),
  );
}

type Plain = Exclude<Command, { type: "command.take" | "command.decline" | "gate.vote" }>;

function plainWords(command: Plain, { automatic }: Run, step: Pick<Step, "pointOfNoReturn"> | null) {
  const words = sentenceOf(command, step);
  const stands = automatic && (command.type === "step.record" || command.type === "step.reopen");
  return words && joined(t(words), stands && t("This ends automatic mode: no command does it again by itself."));
}

function sentenceOf(command: Plain, step: Pick<Step, "pointOfNoReturn"> | null): PlainSentence | undefined {
  switch (command.type) {
    case "run.pause":
      return "No new step can be started. Running commands continue, and so does the clock.";
    case "run.abort":
      return "The run ends as aborted and cannot be resumed. Running commands are asked to end; nothing that was done is undone.";
    case "run.fail":
      return "The run ends as failed and cannot be resumed. Running commands are asked to end; nothing that was done is undone.";
    case "step.start":
    case "step.retry":
      if (command.confirmation === undefined) return undefined;
      return step?.pointOfNoReturn
        ? "This cannot be undone. Once it begins the run cannot be aborted: the way back is the switchback."
        : "This cannot be undone.";
    case "step.cancel":
      return "The worker is asked to end the command. What it has done by then stays.";
    case "step.fail":
      return "Then it can be retried, overridden or skipped.";
    case "step.skip":
      return "It will not be done. What waits for it continues, and the run will count as completed with exceptions.";
    case "step.ask":
      return "A worker asks the host for the receipt of this attempt. If it never began there, it will not begin later.";
    case "run.automate":
      return "Ready automated steps start by themselves: never through a gate, never one that cannot be undone.";
    case "run.start":
      return "Everybody will see that you started anyway, and why.";
    case "step.record":
      return "For what was done while nobody could reach the console. It is marked as recorded afterwards everywhere, and the run will count as completed with exceptions.";
    case "step.override":
      return "It counts as done by your decision, and the run will count as completed with exceptions.";
    case "step.reopen":
      return "It has to be done again. What was done stays in the log.";
    case "step.reject":
      return "This gate stays shut, the run continues. The commander decides whether to ask again.";
    case "gate.decide":
      return command.decision === "go"
        ? "Not every position voted go. Everybody sees that you decided anyway, and why."
        : "The step does not start until it is asked again.";
    case "gate.break":
      return "The gate opens without those it asks. Everybody sees that you broke the glass, and why, and the run will count as completed with exceptions.";
    case "command.offer":
    case "evidence.link":
    case "help.ask":
    case "help.settle":
    case "note.add":
    case "position.fill":
    case "step.assign":
      return commandHelp[command.type].does;
    default:
      return undefined;
  }
}
