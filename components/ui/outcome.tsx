import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { Tone } from "#components/ui/mark-state.ts";

type OutcomeProps = { tone: Tone; icon: ReactNode; children: ReactNode; className?: string | undefined };

/** A result as sign and word: met, partly met, refused. */
export function Outcome({ tone, icon, children, className }: OutcomeProps) {
  return (
    <span
      data-tone={tone}
      className={classNames(
        "inline-flex items-baseline gap-1.5 align-top font-semibold text-tone [&>svg]:h-lh [&>svg]:self-start [&>svg]:w-4 [&>svg]:flex-none",
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
