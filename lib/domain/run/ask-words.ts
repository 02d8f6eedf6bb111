import { evaluate } from "#lib/domain/evaluate.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { Waiting } from "#lib/domain/run/digest.ts";
import { lastAttempt, stepState } from "#lib/domain/run/read-state.ts";
import type { Run, StepStatus } from "#lib/domain/run/state.ts";
import { joined, type PlainSentence, t } from "#lib/words/t.ts";

const troubles: Partial<Record<StepStatus, PlainSentence>> = {
  failed: "failed, decide how to go on",
  timed_out: "timed out, decide how to go on",
  interrupted: "outcome unknown, decide how to go on",
  canceled: "canceled, decide how to go on",
  rejected: "rejected, decide how to go on",
};

/** What is asked of somebody about a step, after its number: "outcome unknown, decide how to go on". */
export function askWords(procedure: Procedure, run: Run, { step, need }: Pick<Waiting, "step" | "need">): string {
  switch (need) {
    case "start":
      return t("ready to be started");
    case "request":
      return t("ready, ask for its approval");
    case "approve":
      return t("approve or reject");
    case "vote":
      return t("go or no go, your vote");
    case "go":
      return t("go or no go");
    case "release":
      return t("release the hold");
    case "confirm":
      return t("confirm the result");
    case "take_over":
      return t("go on with it: {person} cannot any more", { person: lastBy(run, step) });
    case "decide":
      return t(troubles[stepState(run, step)?.status ?? "not_started"] ?? "in trouble, decide how to go on");
    case "help":
      return helpWords(stepState(run, step)?.help?.by.name);
    case "answer":
      return questions(procedure, run, step);
  }
}

const helpWords = (name: string | undefined): string =>
  name === undefined ? t("somebody needs help") : t("{name} needs help", { name });

const lastBy = (run: Run, number: string): string => {
  const state = stepState(run, number);
  return (state && lastAttempt(state)?.by.name) ?? "";
};

/** What has to be known before anybody can say whether the step applies. */
function questions(procedure: Procedure, run: Run, number: string): string {
  const condition = outline(procedure).byNumber.get(number)?.condition;
  const open = evaluate(condition, run.facts).because.map(({ fact }) => fact);
  return joined(...procedure.facts.filter(({ key }) => open.includes(key)).map(({ question }) => question));
}
