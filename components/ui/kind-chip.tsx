import { Hand, Pause, SquareTerminal, Users } from "lucide-react";
import type { ReactNode } from "react";
import { Chip } from "#components/ui/chip.tsx";
import type { MarkKind } from "#components/ui/mark-state.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

const kinds: Record<MarkKind, { icon: ReactNode; word: PlainSentence }> = {
  manual: { icon: <Hand aria-hidden />, word: "Manual" },
  automated: { icon: <SquareTerminal aria-hidden />, word: "Automated" },
  approval: { icon: <Users aria-hidden />, word: "Approval" },
  hold_point: { icon: <Pause aria-hidden />, word: "Hold point" },
};

export function KindChip({ kind }: { kind: MarkKind }) {
  return <Chip icon={kinds[kind].icon}>{t(kinds[kind].word)}</Chip>;
}
