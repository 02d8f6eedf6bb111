import { positionTitle } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { GateEvent } from "#lib/domain/run/evolve/evolve-gate.ts";
import { t } from "#lib/words/t.ts";

/** What was decided about a gate, after the name of who did it. */
export function gateEventWords(event: GateEvent, procedure: Procedure): string {
  const { step } = event;
  switch (event.type) {
    case "gate.voted":
      return votedWords(event, procedure);
    case "gate.opened":
      return withText(t("let step {step} start", { step }), event.reason ?? event.note);
    case "gate.broken":
      return t("BROKE THE GLASS for step {step}: {reason}", { step, reason: event.reason });
    case "gate.voided":
      return t("What was asked for step {step} is void. {reason}", { step, reason: event.reason });
    case "gate.lapsed":
      return t("What was asked for step {step} has lapsed. {reason}", { step, reason: event.reason });
  }
}

type Voted = Extract<GateEvent, { type: "gate.voted" }>;

function votedWords(event: Voted, procedure: Procedure): string {
  const { step, position, vote } = event;
  const as = position === undefined ? undefined : positionTitle(procedure, position);
  return withText(ballotWords(vote, step, as), event.reason);
}

function ballotWords(vote: Voted["vote"], step: string, as: string | undefined): string {
  switch (vote) {
    case "approve":
      return t("approved step {step}", { step });
    case "reject":
      return t("voted against step {step}", { step });
    case "go":
      return as
        ? t("voted go for step {step} as {position}", { step, position: as })
        : t("voted go for step {step}", { step });
    case "no_go":
      return as
        ? t("voted no go for step {step} as {position}", { step, position: as })
        : t("voted no go for step {step}", { step });
  }
}

const withText = (words: string, text: string | undefined): string =>
  text === undefined ? words : `${words}: ${text}`;
