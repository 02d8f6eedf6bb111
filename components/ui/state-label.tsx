import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { type MarkKind, type MarkState, stateWord, toneOfState } from "#components/ui/mark-state.ts";

type StateLabelProps = {
  state: MarkState;
  kind?: MarkKind | undefined;
  /** Replaces the usual word of the state. */
  word?: string | undefined;
  /** How long, or since when: "27 min". */
  since?: ReactNode;
  /** Tinted, for the head of an open card. */
  tinted?: boolean | undefined;
  className?: string | undefined;
};

export function StateLabel({ state, kind, word, since, tinted = false, className }: StateLabelProps) {
  return (
    <span
      data-tone={toneOfState[state]}
      className={classNames(
        "font-semibold whitespace-nowrap text-tone",
        tinted && "rounded bg-tone-tint px-2 py-0.5",
        className,
      )}
    >
      {word ?? stateWord(state, kind)}
      {since !== undefined && since !== null && <span className="font-normal"> {since}</span>}
    </span>
  );
}
