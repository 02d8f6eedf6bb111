import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import { Outcome } from "#components/ui/outcome.tsx";
import type { CheckOutcome } from "#lib/contract/checks.ts";

const marks = {
  passed: { tone: "done", icon: <CircleCheck aria-hidden />, word: "Passed" },
  warning: { tone: "wait", icon: <TriangleAlert aria-hidden />, word: "Warning" },
  failed: { tone: "bad", icon: <CircleX aria-hidden />, word: "Failed" },
} as const;

export function OutcomeMark({ result }: { result: CheckOutcome }) {
  const { tone, icon, word } = marks[result];
  return (
    <Outcome tone={tone} icon={icon}>
      {word}
    </Outcome>
  );
}
