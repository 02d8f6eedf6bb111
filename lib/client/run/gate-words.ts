import type { Deciders, Gate } from "#lib/domain/gate.ts";
import { positionTitle } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { decidersWords } from "#lib/domain/run/rejection/gate-rejection.ts";
import type { Vote } from "#lib/domain/run/state.ts";
import type { PlainSentence } from "#lib/words/t.ts";

/** "an approver", "somebody of the change board", "Database lead". */
export const whoDecides = (procedure: Procedure, by: Deciders): string =>
  decidersWords(by, (key) => positionTitle(procedure, key));

export const gateNames: Record<Gate["kind"], PlainSentence> = {
  approval: "Approval",
  hold: "Hold point",
  poll: "Go / no-go",
};

export const voteWords: Record<Vote["vote"], PlainSentence> = {
  approve: "approved",
  reject: "rejected",
  go: "go",
  no_go: "no go",
};
