"use client";

import { Connection } from "#components/shell/connection.tsx";
import { Duration, Elapsed } from "#components/shell/duration.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Time } from "#components/shell/time.tsx";
import { UtcTime } from "#components/shell/utc-time.tsx";
import { FigureClock } from "#components/ui/figure-clock.tsx";
import type { Liveness } from "#lib/client/live-run.ts";
import type { Run } from "#lib/domain/run/state.ts";

const span = (from: string, to: string) => Date.parse(to) - Date.parse(from);

/** The figures at the top right: how long it takes, how much time is left, what time it is. */
export function RunClocks({ run, connection }: { run: Run; connection: Liveness }) {
  return (
    <dl className="flex flex-wrap items-center">
      <SinceDeclared run={run} />
      <RtoClock run={run} />
      <FigureClock
        label={
          <>
            Server time <Connection connection={connection} />
          </>
        }
        note={<UtcTime />}
      >
        <ServerTime />
      </FigureClock>
    </dl>
  );
}

function SinceDeclared({ run }: { run: Run }) {
  if (run.endedAt) {
    return (
      <FigureClock
        label="Declared to end"
        note={
          <>
            ended <Time at={run.endedAt} show="dateTime" />
          </>
        }
      >
        <Duration ms={span(run.declaredAt, run.endedAt)} look="figure" />
      </FigureClock>
    );
  }
  return (
    <FigureClock
      label="Since declared"
      note={
        run.startedAt ? (
          <>
            started <Elapsed since={run.startedAt} /> ago
          </>
        ) : (
          "not started"
        )
      }
    >
      <Elapsed since={run.declaredAt} look="figure" />
    </FigureClock>
  );
}

function RtoClock({ run }: { run: Run }) {
  if (run.rtoSeconds === null) {
    return (
      <FigureClock label="RTO" note="nothing to measure against">
        <span className="text-m font-medium text-fg-2">no RTO set</span>
      </FigureClock>
    );
  }
  const allowedMs = run.rtoSeconds * 1_000;
  const dueAt = Date.parse(run.declaredAt) + allowedMs;
  const note = (
    <>
      of <Duration ms={allowedMs} />, due <Time at={dueAt} />
    </>
  );
  if (run.endedAt) return <RtoResult leftMs={dueAt - Date.parse(run.endedAt)} note={note} />;
  return <RtoRunning dueAt={dueAt} note={note} />;
}

function RtoResult({ leftMs, note }: { leftMs: number; note: React.ReactNode }) {
  const over = leftMs < 0;
  return (
    <FigureClock label={over ? "RTO missed by" : "RTO met, to spare"} note={note}>
      <span className={over ? "text-bad" : ""}>
        <Duration ms={leftMs} look="figure" />
      </span>
    </FigureClock>
  );
}

function RtoRunning({ dueAt, note }: { dueAt: number; note: React.ReactNode }) {
  const leftMs = dueAt - useServerNow();
  const over = leftMs < 0;
  return (
    <FigureClock label={over ? "Over RTO by" : "RTO left"} note={note}>
      <span className={over ? "text-bad" : ""}>
        <Duration ms={leftMs} look="figure" />
      </span>
    </FigureClock>
  );
}

/** "2 h 41 min left", for where there is room for one line. */
export function RtoInBrief({ run }: { run: Run }) {
  const now = useServerNow();
  if (run.rtoSeconds === null) return <span className="text-xs text-fg-2">no RTO set</span>;
  const end = run.endedAt ? Date.parse(run.endedAt) : now;
  const leftMs = Date.parse(run.declaredAt) + run.rtoSeconds * 1_000 - end;
  return (
    <>
      <span className="block text-xs text-fg-2">{leftMs < 0 ? "Over RTO by" : "RTO left"}</span>
      <b className={leftMs < 0 ? "text-m text-bad" : "text-m"}>
        <Duration ms={leftMs} />
      </b>
    </>
  );
}

function ServerTime() {
  const now = useServerNow();
  return <Time at={now} precision="second" />;
}
