import { type About, type Asks, type Draft, draft, LATER, type Offer, settle, whyNot } from "#lib/client/offer.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { lastAttempt, runLabel, type StepState } from "#lib/domain/run/state.ts";

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
  const { step, state, run, shown } = about;
  const number = step.number;
  const note: Draft = draft({ type: "note.add", text: LATER, step: number }, "Add a note…", { note: true });
  if (run.status === "draft") return { foot: [], menu: [note] };
  switch (shown) {
    case "not_started":
      return { foot: starts(about), menu: [skip(number), note] };
    case "undecided":
    case "not_applicable":
      return { foot: [], menu: [...(shown === "undecided" ? [skip(number)] : []), note] };
    case "ready":
      return { foot: [...starts(about), skip(number)], menu: [note] };
    case "in_progress":
      return { foot: lastAttempt(state)?.conduct === "command" ? [cancel(number)] : finishes(about), menu: [note] };
    case "awaiting_confirmation":
      return { foot: finishes(about), menu: [note] };
    case "awaiting_approval":
      return { foot: gates(step), menu: [skip(number), note] };
    case "failed":
    case "timed_out":
    case "canceled":
    case "rejected":
      return { foot: [...again(about), override(number), skip(number)], menu: [note] };
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

const skip = (step: string): Draft => draft({ type: "step.skip", step, reason: LATER }, "Skip…", { reason: true });
const reopen = (step: string): Draft =>
  draft({ type: "step.reopen", step, reason: LATER }, `Reopen step ${step}…`, { reason: true });
const cancel = (step: string): Draft => draft({ type: "step.cancel", step }, "Cancel…", { sure: true }, "danger");
const override = (step: string): Draft =>
  draft({ type: "step.override", step, reason: LATER, evidence: LATER }, "Done by hand…", {
    reason: true,
    evidence: true,
  });

/** Whether it would really act: in a drill most steps are shown and recorded only. */
const isSimulated = ({ run, step }: Pick<OfferSituation, "run" | "step">) =>
  run.mode === "drill" && step.inDrill === "simulate";

/** What an irreversible step that really acts asks for. */
function typed(about: OfferSituation): { asks: Asks; confirmation?: string } {
  if (!about.step.irreversible || isSimulated(about)) return { asks: {} };
  const label = runLabel(about.run.number);
  return { asks: { confirmation: label }, confirmation: label };
}

function starts(about: OfferSituation): Draft[] {
  const { step, role } = about;
  const { asks, confirmation } = typed(about);
  const command = { type: "step.start", step: step.number, role, ...(confirmation && { confirmation }) } as const;
  const dots = confirmation ? "…" : "";
  const verb = isSimulated(about) ? "Simulate" : step.action ? "Run" : "Start";
  const start = draft(command, `${verb} step ${step.number}${dots}`, asks, "primary");
  if (!step.action) return [start];
  const byHand = draft({ ...command, byHand: true }, `Do it by hand${dots}`, asks);
  // A command that the site cannot run leaves the hand as the way on.
  const handFirst = whyNot(about, command) !== null && whyNot(about, byHand.command) === null;
  return handFirst ? [start, { ...byHand, look: "primary" }] : [start, byHand];
}

function finishes({ step, shown }: OfferSituation): Draft[] {
  const number = step.number;
  const label = shown === "awaiting_confirmation" ? `Confirm step ${number}` : `Complete step ${number}`;
  return [
    draft({ type: "step.complete", step: number }, label, {}, "primary"),
    draft({ type: "step.fail", step: number, reason: LATER }, "It failed…", { reason: true }),
  ];
}

function gates(step: Step): Draft[] {
  const number = step.number;
  if (step.kind === "hold_point") {
    return [draft({ type: "step.release", step: number }, `Release step ${number}`, {}, "primary")];
  }
  return [
    draft({ type: "step.approve", step: number }, `Go for step ${number}`, {}, "primary"),
    draft({ type: "step.reject", step: number, reason: LATER }, "No go…", { reason: true }),
  ];
}

function again(about: OfferSituation): Draft[] {
  const { step, role, shown } = about;
  if (shown === "rejected") {
    return [draft({ type: "step.retry", step: step.number }, `Ask again for step ${step.number}`, {}, "primary")];
  }
  const { asks, confirmation } = typed(about);
  const command = { type: "step.retry", step: step.number, role, ...(confirmation && { confirmation }) } as const;
  return [draft(command, `Retry step ${step.number}${confirmation ? "…" : ""}`, asks, "primary")];
}

/** The outcome is not known, so nothing is the obvious thing to do: each choice says what it means. */
function unknowns(about: OfferSituation): Draft[] {
  const { step, role, state } = about;
  const number = step.number;
  const { asks, confirmation } = typed(about);
  return [
    { ...override(number), consequence: "Overrides the step. Needs a reason and evidence." },
    {
      ...draft({ type: "step.fail", step: number, reason: LATER }, "Mark failed…", { reason: true }),
      consequence: "Then retry, override or skip.",
    },
    {
      ...draft(
        { type: "step.retry", step: number, role, reason: LATER, ...(confirmation && { confirmation }) },
        "Run again…",
        { ...asks, reason: true },
        "danger",
      ),
      consequence: `Attempt ${state.attempts.length + 1}. The command may then have run twice. Needs a reason.`,
    },
  ];
}
