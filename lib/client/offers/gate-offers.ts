import type { OfferSituation } from "#lib/client/offers/foot-offers.ts";
import { type Draft, draft, LATER, placeholders } from "#lib/client/offers/offer.ts";
import { positionTitle } from "#lib/domain/outline.ts";
import { gateOf, mayDecide, pollResult } from "#lib/domain/run/gate.ts";
import { holdsPosition } from "#lib/domain/run/positions.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** What people may say about a gate that is shut: those it asks, and the commander. */
export function gateOffers(about: OfferSituation): Draft[] {
  const { run, step, person, state } = about;
  const gate = gateOf(run, step);
  const number = step.number;
  switch (gate?.kind) {
    case "approval":
      return mayDecide(run, gate.by, person) ? approvals(about) : [];
    case "hold":
      return mayDecide(run, gate.by, person)
        ? [
            draft(
              { type: "step.release", step: number, ...asAsked(state) },
              t("Release step {step}", { step: number }),
              {},
              "primary",
            ),
          ]
        : [];
    case "poll":
      return [
        ...gate.of.filter((position) => holdsPosition(run, position, person.id)).flatMap((at) => votes(about, at)),
        ...(run.commander.id === person.id ? decisions(about, pollResult(gate, state)) : []),
      ];
    case undefined:
      return [];
  }
}

/** What is decided is what stood there to be read, and not what was asked for since. */
const asAsked = ({ gate }: StepState) => (gate ? { askedAt: gate.askedAt } : {});

function approvals({ step: { number: step }, state }: OfferSituation): Draft[] {
  const asked = asAsked(state);
  return [
    draft({ type: "step.approve", step, ...asked }, t("Approve step {step}", { step }), {}, "primary"),
    draft({ type: "step.reject", step, ...asked, reason: LATER }, t("Reject…"), { reason: "needed" }),
  ];
}

function votes({ procedure, run, person, state, step: { number: step } }: OfferSituation, position: string): Draft[] {
  const as = positionTitle(procedure, position);
  const look = run.commander.id === person.id ? "normal" : "primary";
  const vote = { type: "gate.vote", step, ...asAsked(state), position, reason: LATER } as const;
  return [
    draft({ ...vote, vote: "go" }, t("Vote go as {position}…", { position: as }), { reason: "needed" }, look),
    draft({ ...vote, vote: "no_go" }, t("Vote no go as {position}…", { position: as }), { reason: "needed" }),
  ];
}

/** On a poll that is not all go, the commander decides with a reason. */
function decisions(
  { step: { number: step }, state }: OfferSituation,
  { missing, no }: ReturnType<typeof pollResult>,
): Draft[] {
  const plain = missing.length === 0 && no.length === 0;
  const asked = { type: "gate.decide", step, ...asAsked(state) } as const;
  const go = { ...asked, decision: "go", ...(!plain && { reason: LATER }) } as const;
  return [
    draft(go, `${t("Go for step {step}", { step })}${plain ? "" : "…"}`, plain ? {} : { reason: "needed" }, "primary"),
    draft({ ...asked, decision: "no_go", reason: LATER }, t("No go…"), { reason: "needed" }),
  ];
}

/** Asks for approval of exactly what would then be started. */
export function requests({ step, role }: OfferSituation): Draft[] {
  const number = step.number;
  const inputs = (step.inputs ?? []).filter(({ type }) => type !== "secret");
  const asked = { type: "gate.request", step: number, role } as const;
  const said = inputs.length > 0 ? { inputs: placeholders(inputs).inputs } : {};
  const dots = inputs.length > 0 ? "…" : "";
  const request = draft(
    { ...asked, ...said },
    `${t("Ask for approval of step {step}", { step: number })}${dots}`,
    inputs.length > 0 ? { inputs } : {},
    "primary",
  );
  return step.action ? [request, draft({ ...asked, byHand: true }, t("Ask to do it by hand"))] : [request];
}
