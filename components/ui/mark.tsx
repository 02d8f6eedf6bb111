import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { type MarkKind, type MarkState, toneOfState } from "#components/ui/mark-state.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

export const kindWords: Record<MarkKind, PlainSentence> = {
  manual: "Manual",
  automated: "Automated",
  approval: "Approval",
  hold_point: "Hold point",
};

/** Outline: square a person ticks, circle a machine runs, diamond people decide, octagon holds. */
const outlines: Record<MarkKind, string> = {
  manual: "M7 3h14a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4Z",
  automated: "M25.5 14a11.5 11.5 0 1 1-23 0 11.5 11.5 0 0 1 23 0Z",
  approval: "M14 1.6 26.4 14 14 26.4 1.6 14Z",
  hold_point: "M9.2 2.4h9.6l6.8 6.8v9.6l-6.8 6.8H9.2l-6.8-6.8V9.2Z",
};

const dot = <circle cx="12" cy="12" r="5" fill="currentColor" stroke="none" />;
const check = <path d="M20 6 9 17l-5-5" />;
const cross = <path d="M18 6 6 18M6 6l12 12" />;
const arc = <path d="M21 12a9 9 0 1 1-6.219-8.56" />;
const hourglass = (
  <path d="M5 22h14M5 2h14M17 22v-4.172a2 2 0 0 0-.586-1.414L12 12l-4.414 4.414A2 2 0 0 0 7 17.828V22M7 2v4.172a2 2 0 0 0 .586 1.414L12 12l4.414-4.414A2 2 0 0 0 17 6.172V2" />
);
const eye = (
  <>
    <path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0" />
    <circle cx="12" cy="12" r="3" />
  </>
);
const pen = (
  <path d="M13 21h8M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z" />
);
const jump = (
  <>
    <circle cx="12" cy="17" r="1" />
    <path d="M21 7v6h-6M3 17a9 9 0 0 1 9-9 9 9 0 0 1 6 2.3l3 2.7" />
  </>
);

const signs: Record<MarkState, ReactNode> = {
  not_started: null,
  ready: dot,
  in_progress: arc,
  awaiting_approval: hourglass,
  awaiting_confirmation: eye,
  completed: check,
  rejected: <path d="M5 12h14" />,
  failed: cross,
  timed_out: <path d="M11 3.5V13l7 5" />,
  interrupted: <path d="M12 3v11.5M12 20.5h.01" />,
  canceling: arc,
  canceled: cross,
  overridden: pen,
  skipped: jump,
  not_applicable: <path d="M22 2 2 22" />,
  undecided: <path d="M8 8.5a4 4 0 0 1 7.8 1.2c0 2.8-3.8 3.3-3.8 5.3M12 19.5h.01" />,
};

/** Dashes say: not certain, or does not apply. */
function outlineLook(state: MarkState): { className: string; width: number; dashes?: string } {
  switch (state) {
    case "interrupted":
    case "undecided":
      return { className: "fill-tone-tint stroke-tone", width: 2.25, dashes: "4 2.6" };
    case "canceling":
      return { className: "fill-tone-solid stroke-ink", width: 1.75, dashes: "4 2.6" };
    case "not_applicable":
      return { className: "fill-none stroke-tone-edge", width: 1.75, dashes: "2.5 2.5" };
    case "ready":
      return { className: "fill-tone-solid stroke-tone-edge", width: 2.5 };
    default:
      return { className: "fill-tone-solid stroke-tone-edge", width: 1.75 };
  }
}

const thinSigns: ReadonlySet<MarkState> = new Set([
  "awaiting_approval",
  "awaiting_confirmation",
  "overridden",
  "not_applicable",
]);

export type MarkProps = {
  kind: MarkKind;
  state: MarkState;
  /** Pixels. */
  size?: 18 | 20 | 22 | 24 | 28 | 36 | undefined;
  className?: string | undefined;
  /** Says the kind, where no word beside it does. */
  named?: boolean | undefined;
};

/** The one glyph that says kind (outline) and state (fill and sign). The word of the state always stands beside it. */
export function Mark({ kind, state, size = 24, className, named = false }: MarkProps) {
  const { dashes, width, className: look } = outlineLook(state);
  const sign = kind === "approval" ? { at: 8.25, size: 11.5 } : { at: 7, size: 14 };
  const hollow = state === "interrupted" || state === "undecided";
  return (
    <svg
      viewBox="0 0 28 28"
      width={size}
      height={size}
      data-tone={toneOfState[state]}
      className={classNames("block flex-none", className)}
      role={named ? "img" : undefined}
      aria-label={named ? t(kindWords[kind]) : undefined}
      aria-hidden={!named}
    >
      <path d={outlines[kind]} className={look} strokeWidth={width} strokeLinejoin="round" strokeDasharray={dashes} />
      <svg
        viewBox="0 0 24 24"
        x={sign.at}
        y={sign.at}
        width={sign.size}
        height={sign.size}
        className={hollow ? "text-tone" : "text-tone-on"}
        fill="none"
        stroke="currentColor"
        strokeWidth={thinSigns.has(state) ? 2.25 : 3}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {signs[state]}
      </svg>
    </svg>
  );
}
