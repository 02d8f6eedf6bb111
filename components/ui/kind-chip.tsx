import { Hand, Pause, SquareTerminal, Users } from "lucide-react";
import type { ReactNode } from "react";
import { Chip } from "#components/ui/chip.tsx";
import { kindWords } from "#components/ui/mark.tsx";
import type { MarkKind } from "#components/ui/mark-state.ts";
import { t } from "#lib/words/t.ts";

const icons: Record<MarkKind, ReactNode> = {
  manual: <Hand aria-hidden />,
  automated: <SquareTerminal aria-hidden />,
  approval: <Users aria-hidden />,
  hold_point: <Pause aria-hidden />,
};

export function KindChip({ kind }: { kind: MarkKind }) {
  return <Chip icon={icons[kind]}>{t(kindWords[kind])}</Chip>;
}
