import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { type MarkState, toneOfState } from "#components/ui/mark-state.ts";

type StateLabelProps = {
  state: MarkState;
  word: string;
  /** How long, or since when: "27 min". */
  since?: ReactNode;
  /** Tinted, for the head of an open card. */
  tinted?: boolean | undefined;
  className?: string | undefined;
};

export function StateLabel({ state, word, since, tinted = false, className }: StateLabelProps) {
  return (
    <span
      data-tone={toneOfState[state]}
      className={classNames(
        "font-semibold whitespace-nowrap text-tone",
        tinted && "rounded bg-tone-tint px-2 py-0.5",
        className,
      )}
    >
      {word}
      {since !== undefined && since !== null && (
        // What it stands in must not change its name every second: screen readers say it anew.
        <span aria-hidden className="font-normal">
          {" "}
          {since}
        </span>
      )}
    </span>
  );
}
