import {
  Check,
  CircleDashed,
  CirclePlay,
  CircleX,
  Hourglass,
  OctagonX,
  Pause,
  PenLine,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "#components/ui/mark-state.ts";
import { Outcome } from "#components/ui/outcome.tsx";
import { askingWords } from "#lib/client/overview/gates-waiting.ts";
import { unbroken } from "#lib/client/unbroken.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { statusWords } from "#lib/domain/run/run-words.ts";
import type { RunStatus } from "#lib/domain/run/state.ts";
import { listed, row, t, tn } from "#lib/words/t.ts";

const looks: Record<RunStatus, { tone: Tone; icon: ReactNode }> = {
  draft: { tone: "quiet", icon: <CircleDashed aria-hidden /> },
  in_progress: { tone: "now", icon: <CirclePlay aria-hidden /> },
  paused: { tone: "wait", icon: <Pause aria-hidden /> },
  completed: { tone: "done", icon: <Check aria-hidden /> },
  completed_with_exceptions: { tone: "ink", icon: <PenLine aria-hidden /> },
  aborted: { tone: "bad", icon: <OctagonX aria-hidden /> },
  failed: { tone: "bad", icon: <CircleX aria-hidden /> },
};

const inTrouble = { tone: "bad", icon: <TriangleAlert aria-hidden /> } as const;
const gateWaits = { tone: "wait", icon: <Hourglass aria-hidden /> } as const;

type Asking = Pick<RunSummary, "stepsInTrouble" | "gatesWaiting">;
type Ended = Pick<RunSummary, "status" | "exceptionCount" | "stoodAt">;

/** How a run stands or ended, and at which step: sign, word, the number of exceptions, whether something is in trouble, and whether a gate waits for somebody. */
export function RunOutcome({ run }: { run: Ended & Asking }) {
  const { tone, icon } = run.stepsInTrouble > 0 ? inTrouble : run.gatesWaiting > 0 ? gateWaits : looks[run.status];
  return (
    <Outcome tone={tone} icon={icon}>
      <span>{unbroken(`${endWords(run)}${exceptionWords(run)}${askingWords(run)}`)}</span>
    </Outcome>
  );
}

const NAMED = 3;

/** "Completed with 2 exceptions", "Failed at steps 6, 7, 9 and 4 more"; the state alone where no more is known. */
function endWords({ status, stoodAt, exceptionCount: count }: Ended): string {
  if (status === "completed_with_exceptions" && count > 0)
    return tn("Completed with {count} exception", "Completed with {count} exceptions", count);
  if (stoodAt.length === 0 || !(status === "aborted" || status === "failed")) return t(statusWords[status]);
  const more = stoodAt.length - NAMED;
  const steps =
    more > 0 ? t("{steps} and {count} more", { steps: row(stoodAt.slice(0, NAMED)), count: more }) : listed(stoodAt);
  return status === "aborted"
    ? tn("Aborted at step {steps}", "Aborted at steps {steps}", stoodAt.length, { steps })
    : tn("Failed at step {steps}", "Failed at steps {steps}", stoodAt.length, { steps });
}

/** ", 2 exceptions" after any status that has not counted them itself. */
const exceptionWords = ({ status, exceptionCount: count }: Ended): string =>
  count === 0 || status === "completed_with_exceptions"
    ? ""
    : t(", ") + tn("{count} exception", "{count} exceptions", count);
