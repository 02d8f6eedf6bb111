import { breakGlass, gateOffers, requests } from "#lib/client/offers/gate-offers.ts";
import {
  type About,
  type Asks,
  type Draft,
  draft,
  LATER,
  LATER_ID,
  type Offer,
  outputPlaceholders,
  placeholders,
  settle,
  whyNot,
} from "#lib/client/offers/offer.ts";
import { ofPeople } from "#lib/client/offers/people-offers.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { askedOutputs } from "#lib/domain/run/decide-step.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { gateOf, isOnlyDecided } from "#lib/domain/run/gate.ts";
import { isByWorker, lastAttempt, runLabel } from "#lib/domain/run/read-state.ts";
import type { Asked, StepState } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

export type StepOffers = { foot: Offer[]; menu: Offer[] };

export type OfferSituation = About & {
  step: Step;
  state: StepState;
  shown: ShownState;
  /** Where to do it, for a step with more than one place. */
  role: string;
};

/** What to offer for a step, at most one of it filled. What the person's role never allows is left out. */
export function stepOffers(about: OfferSituation): StepOffers {
  const { foot, menu } = drafts(about);
  return { foot: settle(about, foot), menu: settle(about, menu) };
}

type Drafts = { foot: Draft[]; menu: Draft[] };

function drafts(about: OfferSituation): Drafts {
  const { foot, menu } = ofState(about);
  return {
    foot,
    menu: [
      ...menu,
      ...onPaper(about),
      ...ofPeople(about),
      ...(about.run.status === "draft" ? [] : [attachLink(about)]),
    ],
  };
}

/** What was done while nobody could reach the console. */
function onPaper({ run, step, state, shown }: OfferSituation): Draft[] {
  const open = ["not_started", "ready", "in_progress", "failed", "timed_out", "canceled"].includes(shown);
  if (!open || run.status === "draft" || isOnlyDecided(step) || (shown === "in_progress" && isByWorker(state)))
    return [];
  const early = shown === "not_started";
  const said = { happenedAt: run.declaredAt, by: LATER, note: LATER, ...(early && { outOfOrder: LATER }) };
  const asks: Asks = { recorded: { early }, note: true, ...(early && { reason: "needed" }) };
  return [draft({ type: "step.record", step: step.number, ...said }, t("Enter what was done on paper…"), asks)];
}

const attachLink = ({ step }: OfferSituation): Draft =>
  draft(
    {
      type: "evidence.link",
      step: step.number,
      evidence: { kind: "link", id: LATER_ID, name: LATER, url: "https://example.com" },
    },
    t("Attach a link…"),
    { link: true, note: true },
  );

function ofState(about: OfferSituation): Drafts {
  const { step, state, run, shown } = about;
  const number = step.number;
  const asks: Asks = { note: true, mentions: true };
  const note = draft({ type: "note.add", text: LATER, step: number }, t("Add a note…"), asks);
  if (run.status === "draft") return { foot: [], menu: [note] };
  switch (shown) {
    case "not_started":
      return { foot: starts(about), menu: [skip(number), note] };
    case "undecided":
    case "not_applicable":
      return { foot: [], menu: [...(shown === "undecided" ? [skip(number)] : []), note] };
    case "ready":
      return { foot: [...offered(about), skip(number)], menu: [...glass(about), note] };
    case "in_progress":
      return { foot: isByWorker(state) ? [cancel(number)] : finishes(about), menu: [note] };
    case "awaiting_confirmation":
      return { foot: finishes(about), menu: [note] };
    case "awaiting_approval":
      return { foot: gateOffers(about), menu: [...glass(about), ...skips(step), note] };
    case "failed":
    case "timed_out":
    case "canceled":
      return { foot: [...again(about), override(step), skip(number)], menu: [...glass(about), note] };
    case "rejected":
      return { foot: [...again(about), ...skips(step)], menu: [...glass(about), note] };
    case "interrupted":
      return { foot: unknowns(about), menu: [skip(number), note] };
    case "canceling":
      return { foot: [], menu: [note] };
    case "completed":
    case "overridden":
    case "skipped":
      return { foot: [], menu: [reopen(number), note] };
  }
}

const skip = (step: string): Draft =>
  draft({ type: "step.skip", step, reason: LATER }, t("Skip…"), { reason: "needed" });
/** A decision is not skipped. */
const skips = (step: Step): Draft[] => (isOnlyDecided(step) ? [] : [skip(step.number)]);
const reopen = (step: string): Draft =>
  draft({ type: "step.reopen", step, reason: LATER }, t("Reopen step {step}…", { step }), { reason: "needed" });
const cancel = (step: string): Draft =>
  draft({ type: "step.cancel", step, reason: LATER }, t("Cancel its command…"), { reason: "optional" }, "danger");
const override = ({ number, outputs }: Step): Draft =>
  draft({ type: "step.override", step: number, reason: LATER, evidence: LATER }, t("Done by hand…"), {
    reason: "needed",
    evidence: true,
    ...(outputs && { outputs: outputs.map((output) => ({ ...output, optional: true as const })) }),
  });

/** Whether it would really act: in a drill most steps are shown and recorded only. */
const isSimulated = ({ run, step }: Pick<OfferSituation, "run" | "step">) =>
  run.mode === "drill" && step.inDrill === "simulate";

/** What an irreversible step that really acts asks for. */
function typed(about: OfferSituation): { asks: Asks; said: { confirmation?: string; reason?: string } } {
  if (!about.step.irreversible || isSimulated(about)) return { asks: {}, said: {} };
  const confirmation = runLabel(about.run.number);
  return { asks: { confirmation, reason: "optional" }, said: { confirmation, reason: LATER } };
}

/** What is ready is started; where its gate asks for approval of that first, it is asked for. */
function offered(about: OfferSituation): Draft[] {
  const gate = gateOf(about.run, about.step);
  if (gate?.kind !== "approval" || about.state.gate?.opened) return starts(about);
  return requests(about);
}

/** Where a gate that is shut keeps the step from being started. */
const glass = (about: OfferSituation): Draft[] => (about.state.gate?.opened ? [] : breakGlass(about));

function starts(about: OfferSituation): Draft[] {
  const { step, role } = about;
  const { asks, said } = typed(about);
  const hand = { type: "step.start", step: step.number, role, ...said } as const;
  const { how } = about.state.gate ?? {};
  if (how && !about.state.gate?.opened?.broken) return [asAgreed(about, how)];
  const inputs = inputsOf(about);
  const command = { ...hand, ...placeholders(inputs) };
  const dots = said.confirmation ? "…" : "";
  const label = `${beginWords(about, step.action === undefined)}${inputs.length > 0 ? "…" : dots}`;
  const start = draft(command, label, withInputs(asks, inputs), "primary");
  if (!step.action) return [start];
  const byHand = draft({ ...hand, byHand: true }, `${t("Do it by hand")}${dots}`, asks);
  // A command that the site cannot run leaves the hand as the way on.
  const handFirst = whyNot(about, command) !== null && whyNot(about, byHand.command) === null;
  return handFirst ? [start, { ...byHand, look: "primary" }] : [start, byHand];
}

/** What was approved is started as it was approved; only secrets are still to be said. */
function asAgreed(about: OfferSituation, { role, byHand, inputs }: Asked): Draft {
  const { step } = about;
  const { asks, said } = typed(about);
  const secrets = byHand ? [] : inputsOf(about).filter(({ type }) => type === "secret");
  const dots = said.confirmation || secrets.length > 0 ? "…" : "";
  const command = {
    type: "step.start",
    step: step.number,
    role,
    ...(byHand && { byHand }),
    ...said,
    inputs,
    ...(secrets.length > 0 && { secrets: placeholders(secrets).secrets }),
  } as const;
  return draft(command, `${beginWords(about, byHand || !step.action)}${dots}`, withInputs(asks, secrets), "primary");
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

function again(about: OfferSituation): Draft[] {
  const { step, role, shown } = about;
  if (shown === "rejected") {
    return [
      draft(
        { type: "step.retry", step: step.number },
        t("Ask again for step {step}", { step: step.number }),
        {},
        "primary",
      ),
    ];
  }
  const { asks, said } = typed(about);
  const inputs = inputsOf(about);
  const command = { type: "step.retry", step: step.number, role, ...said, ...placeholders(inputs) } as const;
  const dots = said.confirmation || inputs.length > 0 ? "…" : "";
  return [
    draft(command, `${t("Retry step {step}", { step: step.number })}${dots}`, withInputs(asks, inputs), "primary"),
  ];
}

const leavesReceipt = (state: StepState): boolean => {
  const last = lastAttempt(state);
  return last?.command?.way === "ssh" || last?.begun?.place !== undefined;
};

/** The outcome is not known, so nothing is the obvious thing to do: each choice says what it means. */
function unknowns(about: OfferSituation): Draft[] {
  const { step, role, state } = about;
  const number = step.number;
  const { asks, said } = typed(about);
  const inputs = inputsOf(about);
  return [
    ...(leavesReceipt(state)
      ? [
          {
            ...draft({ type: "step.ask", step: number }, t("Ask the host"), {}, "primary"),
            consequence: t("Its receipt may tell how the command ended. One that was never begun there never will be."),
          },
        ]
      : []),
    { ...override(step), consequence: t("Overrides the step. Needs a reason and evidence.") },
    {
      ...draft({ type: "step.fail", step: number, reason: LATER }, t("Mark failed…"), { reason: "needed" }),
      consequence: t("Then retry, override or skip."),
    },
    {
      ...draft(
        {
          type: "step.retry",
          step: number,
          role,
          ...said,
          reason: LATER,
          ...placeholders(inputs),
        },
        t("Run again…"),
        { ...withInputs(asks, inputs), reason: "needed" },
        "danger",
      ),
      consequence: t("Attempt {attempt}. The command may then have run twice. Needs a reason.", {
        attempt: state.attempts.length + 1,
      }),
    },
  ];
}
