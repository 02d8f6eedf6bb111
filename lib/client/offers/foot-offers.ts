import { gateOffers, requests } from "#lib/client/offers/gate-offers.ts";
import { helpAsked } from "#lib/client/offers/help-offers.ts";
import {
  type About,
  type Asks,
  type Draft,
  draft,
  LATER,
  type Offer,
  outputPlaceholders,
  placeholders,
  settle,
  whyNot,
} from "#lib/client/offers/offer.ts";
import { cannotBeUndone } from "#lib/domain/cannot-be-undone.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { askedOutputs } from "#lib/domain/run/decide/decide-step.ts";
import { isRetryable, mayStillRun } from "#lib/domain/run/decide/start-step.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { agreedOn, gateOf, isOnlyDecided } from "#lib/domain/run/gate.ts";
import { isByWorker, lastAttempt, lastTry, runLabel } from "#lib/domain/run/read-state.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

export type OfferSituation = About & {
  step: Step;
  state: StepState;
  shown: ShownState;
  /** Where to do it, for a step with more than one place. */
  role: string;
};

/** What stands in the foot of a step's card, at most one of it filled. What the person's role never allows is left out. */
export const footOffers = (about: OfferSituation): Offer[] => settle(about, footDrafts(about));

function footDrafts(about: OfferSituation): Draft[] {
  const { step, state, run, shown } = about;
  const number = step.number;
  if (run.status === "draft") return [];
  switch (shown) {
    case "not_started":
      return starts(about);
    case "ready":
      return [...offered(about), skip(number)];
    case "in_progress":
      return isByWorker(state) ? [cancel(number)] : finishes(about);
    case "awaiting_confirmation":
      return finishes(about);
    case "awaiting_approval":
      return gateOffers(about);
    case "failed":
    case "timed_out":
    case "canceled":
      return [...again(about).foot, override(step), skip(number)];
    case "rejected":
      return [askAgain(step), ...skips(step)];
    case "interrupted":
      return unknowns(about);
    case "undecided":
    case "not_applicable":
    case "canceling":
    case "completed":
    case "overridden":
    case "skipped":
      return [];
  }
}

/** What the foot of a phone offers beside that: to say that one cannot go on. */
export const helpOffers = (about: OfferSituation): Offer[] => settle(about, helpAsked(about));

export const skip = (step: string): Draft =>
  draft({ type: "step.skip", step, reason: LATER }, t("Skip…"), { reason: "needed" });
/** A decision is not skipped. */
export const skips = (step: Step): Draft[] => (isOnlyDecided(step) ? [] : [skip(step.number)]);
const cancel = (step: string): Draft =>
  draft({ type: "step.cancel", step, reason: LATER }, t("Cancel the command…"), { reason: "optional" }, "danger");
const override = ({ number, outputs }: Step): Draft =>
  draft({ type: "step.override", step: number, reason: LATER, evidence: LATER }, t("Done by hand…"), {
    reason: "needed",
    evidence: true,
    ...(outputs && { outputs: outputs.map((output) => ({ ...output, optional: true as const })) }),
  });

/** Whether it would really act: in a drill most steps are shown and recorded only. */
const isSimulated = ({ run, step }: Pick<OfferSituation, "run" | "step">) =>
  run.mode === "drill" && step.inDrill === "simulate";

/** What a step that cannot be undone and really acts asks for. */
function typed(about: OfferSituation): { asks: Asks; said: { confirmation?: string; reason?: string } } {
  const { step, state, run } = about;
  // It may then run twice.
  const unsure = isRetryable(state.status) && mayStillRun(state);
  const reason = unsure ? ({ asks: { reason: "needed" }, said: { reason: LATER } } as const) : { asks: {}, said: {} };
  if (!cannotBeUndone(step) || isSimulated(about)) return reason;
  const confirmation = runLabel(run.number);
  return { asks: { confirmation, reason: "optional", ...reason.asks }, said: { confirmation, reason: LATER } };
}

/** What is ready is started; where its gate asks for approval of that first, it is asked for. */
function offered(about: OfferSituation): Draft[] {
  const gate = gateOf(about.run, about.step);
  if (gate?.kind !== "approval" || about.state.gate?.opened) return starts(about);
  return requests(about);
}

/**
 * How the step would be begun, or tried again, and what is still to be said for it. What was approved is done as it was
 * approved; only secrets are still to be said.
 */
function howToBegin(about: OfferSituation) {
  const { step, role } = about;
  const { asks, said } = typed(about);
  const agreed = agreedOn(about.state);
  const asked = agreed?.byHand ? [] : inputsOf(about).filter(({ type }) => !agreed || type === "secret");
  const values = { ...placeholders(asked), ...(agreed && { inputs: agreed.inputs }) };
  return {
    how: { step: step.number, role, ...(agreed?.byHand && { byHand: true }), ...said, ...values },
    asks: withInputs(asks, asked),
    dots: said.reason || asked.length > 0 ? "…" : "",
  };
}

function starts(about: OfferSituation): Draft[] {
  const { step } = about;
  const { how, asks, dots } = howToBegin(about);
  const command = { type: "step.start", ...how } as const;
  const label = `${beginWords(about, !step.action || how.byHand === true)}${dots}`;
  const start = { ...draft(command, label, asks, "primary"), command };
  if (!step.action || agreedOn(about.state)) return [start];
  return orByHand(about, start);
}

type Begin = Draft & { command: { type: "step.start" | "step.retry" } };

/** A command that the site cannot run leaves the hand as the way on, and what a hand has tried it tries again. */
function orByHand(about: OfferSituation, byMachine: Begin): [byMachine: Draft, byHand: Draft] {
  const { step, role, state } = about;
  const { asks, said } = typed(about);
  const byHand = draft(
    { type: byMachine.command.type, step: step.number, role, ...said, byHand: true },
    `${t("Do it by hand")}${said.reason ? "…" : ""}`,
    asks,
  );
  const isTried = lastTry(state)?.conduct === "hand";
  const handFirst = (isTried || whyNot(about, byMachine.command) !== null) && whyNot(about, byHand.command) === null;
  return handFirst
    ? [
        { ...byMachine, look: "normal" },
        { ...byHand, look: "primary" },
      ]
    : [byMachine, byHand];
}

function beginWords(about: OfferSituation, byHand: boolean): string {
  const { number: step } = about.step;
  if (isSimulated(about)) return t("Simulate step {step}", { step });
  return byHand ? t("Start step {step}", { step }) : t("Run step {step}", { step });
}

/** What will be asked at the press; nothing where nothing is sent. */
const inputsOf = (about: OfferSituation) => (isSimulated(about) ? [] : (about.step.inputs ?? []));

const withInputs = (asks: Asks, inputs: ReturnType<typeof inputsOf>): Asks =>
  inputs.length > 0 ? { ...asks, inputs } : asks;

function finishes(about: OfferSituation): Draft[] {
  const { step, shown, run, state } = about;
  const number = step.number;
  const simulated = lastAttempt(state)?.conduct === "simulated";
  const outputs = simulated ? [] : askedOutputs({ run, step, state });
  const needed = outputs.length > 0;
  const done =
    shown === "awaiting_confirmation"
      ? t("Confirm step {step}", { step: number })
      : t("Complete step {step}", { step: number });
  const label = `${done}${needed ? "…" : ""}`;
  const given = needed ? { outputs: outputPlaceholders(outputs) } : {};
  return [
    draft({ type: "step.complete", step: number, ...given }, label, needed ? { outputs } : {}, "primary"),
    draft({ type: "step.fail", step: number, reason: LATER }, t("It failed…"), { reason: "needed" }),
  ];
}

const askAgain = ({ number: step }: Step): Draft =>
  draft({ type: "step.retry", step }, t("Ask again for step {step}", { step }), {}, "primary");

export function again(about: OfferSituation): { foot: Draft[]; menu: Draft[] } {
  const { step, state } = about;
  const { how, asks, dots } = howToBegin(about);
  const label = `${t("Retry step {step}", { step: step.number })}${dots}`;
  const command = { type: "step.retry", ...how } as const;
  const retry = { ...draft(command, label, asks, "primary"), command };
  if (!step.action || agreedOn(state)) return { foot: [retry], menu: [] };
  const [byMachine, byHand] = orByHand(about, retry);
  return byHand.look === "primary" ? { foot: [byMachine, byHand], menu: [] } : { foot: [byMachine], menu: [byHand] };
}

const leavesReceipt = (state: StepState): boolean => {
  const last = lastAttempt(state);
  return last?.command?.way === "ssh" || last?.begun?.place !== undefined;
};

/** The outcome is not known, so nothing is the obvious thing to do: each choice says what it means. */
function unknowns(about: OfferSituation): Draft[] {
  const { step, state } = about;
  const number = step.number;
  return [
    ...(leavesReceipt(state)
      ? [
          {
            ...draft({ type: "step.ask", step: number }, t("Ask the host"), {}, "primary"),
            consequence: t("Its receipt may tell how it ended. If it never began there, it never will."),
          },
        ]
      : []),
    { ...override(step), consequence: t("Needs a reason and evidence.") },
    {
      ...draft({ type: "step.fail", step: number, reason: LATER }, t("Mark failed…"), { reason: "needed" }),
      consequence: t("Then retry, override or skip."),
    },
    anew(about),
  ];
}

function anew(about: OfferSituation): Draft {
  const { step, state } = about;
  const { how, asks, dots } = howToBegin(about);
  const attempt = state.attempts.length + 1;
  // What was lost is only the look at what somebody had done.
  if (lastAttempt(state)?.conduct === "verification") {
    const command = { type: "step.retry", ...how, ...(step.action && { byHand: true as const }) } as const;
    return {
      ...draft(command, `${t("Do it by hand")}${dots}`, asks),
      consequence: t("Attempt {attempt}. When it is completed, it is looked at again.", { attempt }),
    };
  }
  return {
    ...draft({ type: "step.retry", ...how, reason: LATER }, t("Run again…"), { ...asks, reason: "needed" }, "danger"),
    consequence: t("Attempt {attempt}. It may then have run twice. Needs a reason.", { attempt }),
  };
}
