import type { RunSummary } from "#lib/contract/run-summary.ts";
import type { RunView } from "#lib/contract/runs.ts";
import { isOver } from "#lib/domain/run/read-state.ts";

/** A run that goes on: its state where that is known, else how many gates the list counts. */
export type Gated = { summary: Pick<RunSummary, "gatesWaiting">; view?: Pick<RunView, "run"> | undefined };

/** Whether a gate waits in any of these runs, whoever decides it: the tab of everybody tells so. */
export const hasWaitingGate = (runs: readonly Gated[]): boolean =>
  runs.some(({ summary, view }) => (view ? isHeld(view.run) : summary.gatesWaiting > 0));

const isHeld = ({ status, steps }: RunView["run"]): boolean =>
  !isOver(status) && steps.some((step) => step.status === "awaiting_approval");
