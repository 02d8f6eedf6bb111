import type { Deciders, Gate } from "#lib/domain/gate.ts";
import { positionTitle } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { GateEvent } from "#lib/domain/run/evolve-gate.ts";
import { decidersWords } from "#lib/domain/run/gate-rejection.ts";
import type { Vote } from "#lib/domain/run/state.ts";

/** "an approver", "somebody of the change board", "Database lead". */
export const whoDecides = (procedure: Procedure, by: Deciders): string =>
  decidersWords(by, (key) => positionTitle(procedure, key));

export const gateNames: Record<Gate["kind"], string> = {
  approval: "Approval",
  hold: "Hold point",
  poll: "Go / no-go",
};

export const voteWords: Record<Vote["vote"], string> = {
  approve: "approved",
  reject: "rejected",
  go: "go",
  no_go: "no go",
};

/** What was decided about a gate, after the name of who did it. */
export function gateEventWords(event: GateEvent, procedure: Procedure): string {
  const step = `step ${event.step}`;
  switch (event.type) {
    case "gate.voted":
      return votedWords(event, procedure);
    case "gate.opened":
      return `let ${step} start${after(event.reason ?? event.note)}`;
    case "gate.broken":
      return `BROKE THE GLASS for ${step}: ${event.reason}`;
    case "gate.voided":
      return `What was asked for ${step} is void. ${event.reason}`;
    case "gate.lapsed":
      return `What was asked for ${step} has lapsed. ${event.reason}`;
  }
}

function votedWords(event: Extract<GateEvent, { type: "gate.voted" }>, procedure: Procedure): string {
  const as = event.position === undefined ? "" : ` as ${positionTitle(procedure, event.position)}`;
  const said = after(event.reason);
  switch (event.vote) {
    case "approve":
      return `approved step ${event.step}${said}`;
    case "reject":
      return `voted against step ${event.step}${said}`;
    case "go":
    case "no_go":
      return `voted ${voteWords[event.vote]} for step ${event.step}${as}${said}`;
  }
}

const after = (text: string | undefined): string => (text === undefined ? "" : `: ${text}`);
