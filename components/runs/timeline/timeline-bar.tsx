import type { CSSProperties } from "react";
import { type BarKind, barHeight, barLooks } from "#components/runs/timeline/timeline-looks.ts";
import { classNames } from "#components/ui/class-names.ts";

/** Seconds since the declaration, or the moment that it is. */
type Instant = number | "now";

type TimelineBarProps = { from: Instant; to: Instant; kind: BarKind };

const cssOf = (instant: Instant): string | number => (instant === "now" ? "var(--now)" : instant);

/** A stretch of time. Where it stands is the style's to reckon, so that time goes on without drawing any row anew. */
export function TimelineBar({ from, to, kind }: TimelineBarProps) {
  const style: CSSProperties & Record<`--${string}`, string | number> = {
    "--bar-from": cssOf(from),
    "--bar-to": cssOf(to),
  };
  return (
    <span
      data-bar={kind}
      data-tone={barLooks[kind].tone}
      className={classNames(
        "timeline-bar timeline-place absolute min-w-0.5",
        kind === "planned" ? "top-0" : "top-1.5",
        barHeight(kind),
        barLooks[kind].look,
      )}
      style={style}
    />
  );
}

/** What the bars inside are placed by: seconds since the declaration. */
export function scaleStyle(scale: { fromMs: number; toMs: number; nowMs: number; declaredMs: number }): CSSProperties {
  const after = (ms: number) => (ms - scale.declaredMs) / 1_000;
  const style: CSSProperties & Record<`--${string}`, number> = {
    "--now": after(scale.nowMs),
    "--scale-from": after(scale.fromMs),
    "--scale-span": (scale.toMs - scale.fromMs) / 1_000,
  };
  return style;
}
