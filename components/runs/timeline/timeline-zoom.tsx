"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Segmented, type SegmentedOption } from "#components/ui/segmented.tsx";
import {
  canMove,
  type Direction,
  type Moments,
  movedTo,
  type Scale,
  scaleAt,
  wholeScale,
  type Zoomed,
} from "#lib/client/timeline/timeline-scale.ts";
import { t } from "#lib/words/t.ts";

export type Zoom = "whole" | "hour" | "minutes";

const zooms = (): readonly SegmentedOption<Zoom>[] => [
  { value: "whole", label: t("Whole") },
  { value: "hour", label: t("1 h") },
  { value: "minutes", label: t("10 min") },
];
const SPAN_MS = { hour: 60 * 60_000, minutes: 10 * 60_000 };

/** Which time is shown: all of it, or so much of it around now or around the instant that was moved to. */
export function useScale(zoom: Zoom, { declaredMs, nowMs, finishMs, plannedMs, dueMs }: Moments) {
  const [middleMs, onMove] = useState<number | null>(null);
  const lastMs = Math.max(nowMs, finishMs ?? 0, plannedMs ?? 0);
  const zoomed = useMemo(
    () => (zoom === "whole" ? null : { declaredMs, nowMs, lastMs, spanMs: SPAN_MS[zoom] }),
    [zoom, declaredMs, nowMs, lastMs],
  );
  const scale = useMemo(
    () => (zoomed ? scaleAt(middleMs, zoomed) : wholeScale({ declaredMs, nowMs, finishMs, plannedMs, dueMs })),
    [zoomed, middleMs, declaredMs, nowMs, finishMs, plannedMs, dueMs],
  );
  return { scale, zoomed, onMove };
}

type ZoomBarProps = ReturnType<typeof useScale> & { zoom: Zoom; onZoom: (zoom: Zoom) => void };

/** How much time is shown, and where not all of it is, which. */
export function ZoomBar({ zoom, onZoom, scale, zoomed, onMove }: ZoomBarProps) {
  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      {/* Its room is kept: what is pressed beside it must not move. */}
      <span className={classNames("flex gap-1", !zoomed && "invisible")}>
        {(["earlier", "later"] as const).map((direction) => (
          <Move key={direction} direction={direction} scale={scale} zoomed={zoomed} onMove={onMove} />
        ))}
      </span>
      <Segmented label={t("Time shown")} options={zooms()} value={zoom} onChange={onZoom} />
    </span>
  );
}

type MoveProps = {
  direction: Direction;
  scale: Scale;
  zoomed: Zoomed | null;
  onMove: (middleMs: number | null) => void;
};

function Move({ direction, scale, zoomed, onMove }: MoveProps) {
  const reason = useId();
  const earlier = direction === "earlier";
  const atEnd = zoomed && !canMove(direction, scale, zoomed);
  const why = atEnd
    ? earlier
      ? t("Nothing earlier has happened.")
      : t("Nothing later has happened or is expected.")
    : null;
  return (
    <>
      <Button
        square
        icon={earlier ? <ChevronLeft aria-hidden /> : <ChevronRight aria-hidden />}
        aria-label={earlier ? t("Earlier") : t("Later")}
        title={why ?? (earlier ? t("Earlier") : t("Later"))}
        blocked={why}
        reasonAt={reason}
        onClick={() => zoomed && onMove(movedTo(direction, scale, zoomed))}
      />
      <span id={reason} hidden>
        {why}
      </span>
    </>
  );
}
