import { evaluate } from "#lib/domain/evaluate.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { Waiting } from "#lib/domain/run/digest.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";

const troubles: Partial<Record<string, string>> = {
  failed: "failed",
  timed_out: "timed out",
  interrupted: "outcome unknown",
  canceled: "canceled",
  rejected: "rejected",
};

/** What is asked of somebody about a step, after its number: "outcome unknown, decide how to go on". */
export function askWords(procedure: Procedure, run: Run, { step, need }: Pick<Waiting, "step" | "need">): string {
  switch (need) {
    case "start":
      return "ready to be started";
    case "request":
      return "ready, ask for its approval";
    case "approve":
      return "approve or reject";
    case "vote":
      return "go or no go, your vote";
    case "go":
      return "go or no go";
    case "release":
      return "release the hold";
    case "confirm":
      return "confirm the result";
    case "decide":
      return `${troubles[stepState(run, step)?.status ?? ""] ?? "in trouble"}, decide how to go on`;
    case "help":
      return `${stepState(run, step)?.help?.by.name ?? "somebody"} needs help`;
    case "answer":
      return questions(procedure, run, step);
  }
}

/** What has to be known before anybody can say whether the step applies. */
function questions(procedure: Procedure, run: Run, number: string): string {
  const condition = outline(procedure).byNumber.get(number)?.condition;
  const open = evaluate(condition, run.facts).because.map(({ fact }) => fact);
  return procedure.facts
    .filter(({ key }) => open.includes(key))
    .map(({ question }) => question)
    .join(" ");
}
