"use client";

import type { ComponentType } from "react";
import { useForecast } from "#components/runs/head/use-forecast.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Connection } from "#components/shell/connection.tsx";
import { Duration, Elapsed } from "#components/shell/duration.tsx";
import { KnownTime, useServerNow } from "#components/shell/server-time.tsx";
import { Time } from "#components/shell/time.tsx";
import { UtcTime } from "#components/shell/utc-time.tsx";
import { useToday, useZone } from "#components/shell/zone.tsx";
import { FigureClock, type FigureClockProps, FigureLine } from "#components/ui/figure-clock.tsx";
import { Words } from "#components/ui/words.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { lackWords } from "#lib/client/run/forecast-words.ts";
import type { Liveness } from "#lib/client/run/live-run.ts";
import { type RtoResult, rtoResult } from "#lib/client/run/run-figures.ts";
import { dueMsOf, overAt } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import type { Sentence } from "#lib/words/japanese.ts";
import { t } from "#lib/words/t.ts";
import { formatOtherDay, utcAfter } from "#lib/words/time.ts";
import { UTC } from "#lib/words/zone.ts";

const span = (from: string, to: string) => Date.parse(to) - Date.parse(from);

type FigureProps = { run: Run; As: ComponentType<FigureClockProps> };

/** The figures at the top right: how long it takes, how much time is left, what time it is. */
export function RunClocks({ run, connection }: { run: Run; connection: Liveness }) {
  return (
    // Each note has room for its longest words: the head must not change as time goes by.
    <dl className="flex items-start max-wide:flex-wrap [--figure-note:8.5rem]">
      <SinceDeclared run={run} As={FigureClock} />
      <RtoClock run={run} />
      <KnownTime heardAt={useRunDesk().heardAt}>
        <ProjectedFinish run={run} As={FigureClock} everyMs={1_000} />
      </KnownTime>
      <FigureClock
        label={
          // As wide as it ever gets, so that it stays when the connection does not.
          <span className="inline-block min-w-42">
            <span className={connection.state === "live" ? undefined : "sr-only"}>{t("Server time")} </span>
            <Connection connection={connection} />
          </span>
        }
        note={<UtcTime />}
      >
        <ServerTime />
      </FigureClock>
    </dl>
  );
}

/** The same on a phone, a line each; what is left of the RTO and the clock stand above them. */
export function RunClockLines({ run }: { run: Run }) {
  return (
    <>
      <SinceDeclared run={run} As={FigureLine} />
      <KnownTime heardAt={useRunDesk().heardAt}>
        <ProjectedFinish run={run} As={FigureLine} everyMs={5_000} short />
      </KnownTime>
    </>
  );
}

/** Of a run that was not: a draft that was aborted never will be. */
const whenDeclared = ({ endedAt }: Run): string => (endedAt ? t("never declared") : t("declared when started"));

function SinceDeclared({ run, As }: FigureProps) {
  if (!run.declaredAt) {
    return (
      <As label={t("Since declared")} note={whenDeclared(run)}>
        <span className="text-m font-medium text-fg-2">{run.endedAt ? t("never started") : t("not started")}</span>
      </As>
    );
  }
  const over = overAt(run);
  if (run.endedAt && over) {
    return (
      <As
        label={t("From declaration to end")}
        note={
          <Words
            of={run.reachedAt ? "reached {time}, entered afterwards; closed {closed}" : "ended {time}"}
            with={{ time: <Time at={over} show="dateTime" />, closed: <Time at={run.endedAt} show="dateTime" /> }}
          />
        }
      >
        <Duration ms={span(run.declaredAt, over)} look="figure" />
        {run.startedAt && run.startedAt <= over && (
          <span className="text-xs font-normal text-fg-2">
            {t(", {duration} from start", { duration: formatDuration(span(run.startedAt, over)) })}
          </span>
        )}
      </As>
    );
  }
  return (
    <As
      label={t("Since declared")}
      note={
        run.startedAt ? (
          <Words of="started {elapsed} ago" with={{ elapsed: <Elapsed since={run.startedAt} /> }} />
        ) : (
          t("not started")
        )
      }
    >
      <Elapsed since={run.declaredAt} look="figure" />
    </As>
  );
}

function RtoClock({ run }: { run: Run }) {
  const figure = rtoFigure(rtoResult(run, useServerNow()));
  if (run.rtoSeconds === null || !figure) {
    return (
      <FigureClock label={t("RTO")} note={t("nothing to measure against")}>
        <span className="text-m font-medium text-fg-2">{t("no RTO set")}</span>
      </FigureClock>
    );
  }
  const allowedMs = run.rtoSeconds * 1_000;
  const dueMs = dueMsOf(run);
  const due = dueMs === null ? whenDeclared(run) : <Words of="due {time}" with={{ time: <Time at={dueMs} /> }} />;
  const label = <Words of={figure.of} with={{ allowed: <Duration ms={allowedMs} /> }} />;
  return (
    <FigureClock label={label} note={due}>
      {figure.ms === null ? (
        <span className="text-m font-medium text-fg-2">{t(figure.instead)}</span>
      ) : (
        <span className={figure.bad ? "text-bad" : ""}>
          <Duration ms={figure.ms} look="figure" />
        </span>
      )}
    </FigureClock>
  );
}

type ProjectedFinishProps = FigureProps & {
  everyMs: number;
  /** Where there is room for one line. */
  short?: boolean;
};

/** When it will be done as far as that is known; with steps of which nobody knows, or decisions to come, at best. */
function ProjectedFinish({ run, As, everyMs, short = false }: ProjectedFinishProps) {
  const desk = useRunDesk();
  const { heardAt } = desk;
  const projected = useForecast(desk, everyMs);
  if (!projected) return null;
  const { finishMs, unknown, planned } = projected;
  const label = short ? t("Finish") : t("Projected finish");
  if (finishMs === null) {
    return (
      <As label={label} note={t("no remaining step has one")}>
        <span className="text-m font-medium text-fg-2">{t("no estimate")}</span>
      </As>
    );
  }
  const lacks = lackWords(projected);
  // The one line of a phone has room for one of the two: that it is at best, or because of what.
  const brief = unknown > 0 ? `${t("{unknown} unknown,", { unknown })} ` : `${lacks}${t(", ")}`;
  const hasMore = run.rtoSeconds !== null || heardAt !== null;
  return (
    <As
      // Under the figure there is no room for it beside the time to spare.
      label={hasMore && lacks && !short ? `${label}${t(", ")}${lacks}` : label}
      note={
        <>
          <BesideInUtc at={finishMs} />
          {hasMore ? (
            <>
              {lacks && <span className="whitespace-nowrap">{short ? brief : `${t("at best,")} `}</span>}
              <BesideFinish run={run} finishMs={finishMs} heardAt={heardAt} />
            </>
          ) : lacks ? (
            `${t("at best,")} ${lacks}`
          ) : (
            t("all {count} estimated", { count: planned.size })
          )}
        </>
      }
    >
      <Time at={finishMs} alone />
    </As>
  );
}

type BesideFinishProps = { run: Run; finishMs: number; heardAt: number | null };

/** What is left of the RTO then. While nothing is heard the finish stands still and the RTO does not: then since when. */
function BesideFinish({ run, finishMs, heardAt }: BesideFinishProps) {
  const now = useServerNow();
  const dueMs = dueMsOf(run) ?? now + (run.rtoSeconds ?? 0) * 1_000;
  const spareMs = dueMs - finishMs;
  const late = heardAt === null && spareMs < 0;
  return (
    <span className={`whitespace-nowrap ${late ? "font-medium text-bad" : ""}`}>
      {heardAt !== null ? (
        <Words of="as of {time}" with={{ time: <Time at={heardAt} alone /> }} />
      ) : (
        <Words
          of={late ? "over RTO by {duration}" : "{duration} to spare"}
          with={{ duration: <Duration ms={spareMs} /> }}
        />
      )}
    </span>
  );
}

/** "04:31 UTC, " under or after a time that is told in the reader's zone. */
function BesideInUtc({ at }: { at: number }) {
  const zone = useZone();
  const day = formatOtherDay(at, zone, useToday());
  return zone === UTC ? null : (
    <span className="whitespace-nowrap" suppressHydrationWarning>
      {utcAfter(at, zone, day)}
      {t(", ")}
    </span>
  );
}

/** `of` says also how much time there was at first. */
type RtoFigure = {
  label: string;
  of: Extract<Sentence, `RTO {allowed}${string}`>;
  bad: boolean;
} & ({ ms: number } | { ms: null; instead: (typeof instead)[keyof typeof instead] });

/** The objective in a word and a figure. A run that was aborted or failed has not reached it, however quickly it ended. */
function rtoFigure(result: RtoResult): RtoFigure | null {
  switch (result.kind) {
    case "none":
      return null;
    case "not_declared":
    case "running":
      return result.leftMs < 0
        ? { label: t("Over RTO by"), of: "RTO {allowed}, over by", ms: -result.leftMs, bad: true }
        : { label: t("RTO left"), of: "RTO {allowed}, left", ms: result.leftMs, bad: false };
    case "met":
      return { label: t("RTO met in"), of: "RTO {allowed}, met in", ms: result.actualMs, bad: false };
    case "missed":
      return { label: t("RTO missed by"), of: "RTO {allowed}, missed by", ms: result.overMs, bad: true };
    case "not_reached":
    case "not_measured":
      return { label: t("RTO"), of: "RTO {allowed}", ms: null, bad: false, instead: instead[result.kind] };
  }
}

const instead = { not_reached: "not reached", not_measured: "not measured" } as const;

/** "2 h 41 min left", for where there is room for one line. */
export function RtoInBrief({ run }: { run: Run }) {
  const figure = rtoFigure(rtoResult(run, useServerNow()));
  if (!figure) return <span className="text-xs text-fg-2">{t("no RTO set")}</span>;
  return (
    <>
      <span className="block text-xs text-fg-2">{figure.label}</span>
      <b className={figure.bad ? "text-m text-bad" : "text-m"}>
        {figure.ms === null ? t(figure.instead) : <Duration ms={figure.ms} />}
      </b>
    </>
  );
}

function ServerTime() {
  const now = useServerNow();
  return <Time at={now} alone precision="second" />;
}
