"use client";

import { type KeyboardEvent, memo, type ReactNode } from "react";
import { scaleStyle } from "#components/runs/timeline/timeline-bar.tsx";
import { TimelineKey } from "#components/runs/timeline/timeline-key.tsx";
import { RowWords, TimelineRow, type TimelineView } from "#components/runs/timeline/timeline-row.tsx";
import { useTaps } from "#components/runs/timeline/use-taps.ts";
import { useZone } from "#components/shell/zone.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Kept, keptPieces } from "#lib/client/run/kept.ts";
import { axis, halfWidth, isInside, percentAt, type Scale } from "#lib/client/timeline/timeline-scale.ts";
import { t } from "#lib/words/t.ts";
import { zoneName } from "#lib/words/time.ts";

const knownPieces = new Kept<TimelineView, readonly TimelineView[]>();
/** As many rows as are compared one by one when one of them changes. */
const PIECE = 25;

/** Beside the run it scrolls by itself under its axis, so that what is under it is reached however many steps there are. */
const BOUNDED =
  "max-h-[min(28rem,54dvh)] max-md:max-h-[40dvh] scroll-pt-5 overflow-x-hidden overflow-y-auto print:max-h-none *:first:sticky *:first:top-0 *:first:z-1 *:first:bg-ground";

type TimelinePictureProps = {
  /** The row that is pointed at, by pointer or keyboard. */
  pointed: string | null;
  onPoint: (number: string) => void;
  views: readonly TimelineView[];
  scale: Scale;
  /** All in milliseconds since 1970. `endMs`: up to when time has passed, now or the end of the run. */
  declaredMs: number;
  endMs: number;
  dueMs: number | null;
  over: boolean;
  /** The page that has the steps, where it is another one. */
  page?: string | undefined;
  onChoose?: ((number: string) => void) | undefined;
  /** Under the bars, above what they mean. */
  children?: ReactNode;
};

/** A row of bars for each step along the clock, with what they mean and what is said of the one that is pointed at. */
export function TimelinePicture(props: TimelinePictureProps) {
  const { views, scale, declaredMs, endMs, dueMs, over, page, onChoose, pointed, onPoint, children } = props;
  const told = views.find(({ number }) => number === pointed);
  const taps = useTaps(onPoint);
  const beside = page === undefined;
  return (
    <>
      <div data-rows={beside ? "" : undefined} className={classNames(beside && BOUNDED)}>
        <Axis scale={scale} endMs={endMs} />
        <div className="relative border-y border-line py-1">
          {/* biome-ignore lint/a11y/useSemanticElements: only list items may stand right in an ol, and its pieces are none */}
          <div
            role="list"
            aria-label={t("Timeline of the steps")}
            onKeyDown={moveFocus}
            {...taps}
            style={scaleStyle({ ...scale, nowMs: endMs, declaredMs })}
          >
            {keptPieces(knownPieces, views, PIECE).map((piece) => (
              <TimelinePiece key={piece[0]?.number} views={piece} page={page} onPoint={onPoint} onChoose={onChoose} />
            ))}
          </div>
          <Lines scale={scale} nowMs={over ? null : endMs} dueMs={dueMs} />
        </div>
      </div>
      {children}
      <TimelineKey over={over} />
      <p
        aria-hidden
        className={classNames(
          "py-1 text-xs text-fg-2 print:hidden",
          beside ? "min-h-14" : "min-h-14 md:min-h-6",
          told && !beside && "sticky bottom-0 bg-ground",
        )}
      >
        {told && (
          <>
            <RowWords view={told} />
            <span className="hidden touch:inline"> {t("Press it again to go to the step.")}</span>
          </>
        )}
      </p>
    </>
  );
}

type TimelinePieceProps = Pick<TimelinePictureProps, "views" | "page" | "onPoint" | "onChoose">;

/** How high a row is: nothing is drawn of a piece that is out of sight. */
const ROW_REM = 1.5;

const TimelinePiece = memo(function TimelinePiece({ views, ...pointing }: TimelinePieceProps) {
  return (
    <div
      role="none"
      data-rows
      className="[content-visibility:auto]"
      style={{ containIntrinsicBlockSize: `${views.length * ROW_REM}rem` }}
    >
      {views.map((view) => (
        <TimelineRow key={view.number} view={view} {...pointing} />
      ))}
    </div>
  );
});

/** Up and down from row to row, as in a list. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const rows: Element[] = [...event.currentTarget.querySelectorAll("a")];
  const at = document.activeElement ? rows.indexOf(document.activeElement) : -1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const row = rows[Math.min(rows.length - 1, Math.max(0, to))];
  if (row instanceof HTMLElement) row.focus();
}

function Axis({ scale, endMs }: { scale: Scale; endMs: number }) {
  const zone = useZone();
  return (
    <div aria-hidden className="grid grid-cols-[2.25rem_minmax(0,1fr)] text-2xs text-fg-3" suppressHydrationWarning>
      <span>{zoneName(zone, scale.fromMs)}</span>
      <span className="relative h-4 overflow-hidden">
        {axis(scale, zone, endMs).map(({ ms, words }) => (
          <span
            key={ms}
            className="absolute -translate-x-1/2 whitespace-nowrap"
            style={{ left: `clamp(${halfWidth(words)}ch, ${percentAt(scale, ms)}%, 100% - ${halfWidth(words)}ch)` }}
          >
            {words}
          </span>
        ))}
      </span>
    </div>
  );
}

/** Now and the objective, across all rows. */
function Lines({ scale, nowMs, dueMs }: { scale: Scale; nowMs: number | null; dueMs: number | null }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 right-0 left-9">
      {nowMs !== null && isInside(scale, nowMs) && (
        <span className="absolute inset-y-0 border-l-2 border-now" style={{ left: `${percentAt(scale, nowMs)}%` }} />
      )}
      {dueMs !== null && isInside(scale, dueMs) && (
        <span className="absolute inset-y-0 border-l-2 border-fg" style={{ left: `${percentAt(scale, dueMs)}%` }}>
          <span className="absolute right-1 bottom-0 bg-ground text-2xs whitespace-nowrap text-fg-2">RTO</span>
        </span>
      )}
    </div>
  );
}
