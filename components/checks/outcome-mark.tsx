import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "#components/ui/mark-state.ts";
import { Outcome } from "#components/ui/outcome.tsx";
import type { CheckOutcome } from "#lib/contract/checks.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

const marks = {
  passed: { tone: "done", icon: <CircleCheck aria-hidden />, word: "Passed" },
  warning: { tone: "wait", icon: <TriangleAlert aria-hidden />, word: "Warning" },
  failed: { tone: "bad", icon: <CircleX aria-hidden />, word: "Failed" },
} as const satisfies Record<CheckOutcome, { tone: Tone; icon: ReactNode; word: PlainSentence }>;

export function OutcomeMark({ result }: { result: CheckOutcome }) {
  const { tone, icon, word } = marks[result];
  return (
    <Outcome tone={tone} icon={icon}>
      {t(word)}
    </Outcome>
  );
}
