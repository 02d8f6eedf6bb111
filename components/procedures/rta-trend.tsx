"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Duration } from "#components/shell/duration.tsx";
import { Time } from "#components/shell/time.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { pastQuery } from "#lib/client/queries.ts";
import { trendWords } from "#lib/client/rta-trend.ts";
import { runAddress } from "#lib/client/run-name.ts";
import type { Past } from "#lib/contract/procedures.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

type PastRuns = Past["runs"];

/** How long past runs took from their declaration, the latest last: a small picture, the same in words, and as a table. */
export function RtaTrend({ procedureId }: { procedureId: string }) {
  const { data } = useQuery(pastQuery(procedureId));
  if (!data) return null;
  return (
    <Section title={t("How long it took")} note={t("from the declaration to the end, any version")}>
      {data.runs.length === 0 ? (
        <p className="text-fg-2">{t("No run of it has come to its end: there is nothing to draw.")}</p>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
            <Picture runs={data.runs} />
            <p className="max-w-[60ch] min-w-0">
              {trendWords(data.runs) ?? t("No drill of it has come to its end.")}
              <Key runs={data.runs} />
            </p>
          </div>
          <details>
            <summary className="w-fit cursor-pointer text-link touch:py-3">{t("As a table")}</summary>
            <Numbers runs={data.runs} />
          </details>
        </div>
      )}
    </Section>
  );
}

const HEIGHT = 56;
const STEP = 14;
const BAR = 10;

/** A bar for each run; a line across it where its objective was. */
function Picture({ runs }: { runs: PastRuns }) {
  const most = Math.max(1, ...runs.flatMap(({ rtaSeconds, rtoSeconds }) => [rtaSeconds, rtoSeconds ?? 0]));
  const y = (seconds: number) => HEIGHT - (seconds / most) * HEIGHT;
  return (
    <svg
      role="img"
      aria-label={t("How long the last {count} runs took, the latest last; the table says the same", {
        count: runs.length,
      })}
      viewBox={`0 0 ${runs.length * STEP} ${HEIGHT}`}
      width={runs.length * STEP}
      height={HEIGHT}
      className="h-14 max-w-full flex-none border-b border-control"
    >
      {runs.map(({ id, mode, rtaSeconds, rtoSeconds }, i) => (
        <g key={id} className="timeline-bar">
          <rect
            x={i * STEP + 2}
            y={Math.min(HEIGHT - 2, y(rtaSeconds))}
            width={BAR}
            height={Math.max(2, HEIGHT - y(rtaSeconds))}
            className={mode === "drill" ? "fill-drill-solid" : "fill-ink"}
          />
          {rtoSeconds !== null && (
            <path
              d={`M${i * STEP} ${Math.max(1, y(rtoSeconds))}h${STEP}`}
              strokeWidth="2"
              className="stroke-bad-solid"
            />
          )}
        </g>
      ))}
    </svg>
  );
}

function Key({ runs }: { runs: PastRuns }) {
  const longest = Math.max(...runs.map(({ rtaSeconds }) => rtaSeconds));
  const signs = [
    { words: t("drill"), look: "h-2.5 w-2 bg-drill-solid", shown: runs.some(({ mode }) => mode === "drill") },
    { words: t("live"), look: "h-2.5 w-2 bg-ink", shown: runs.some(({ mode }) => mode === "live") },
    {
      words: t("objective"),
      look: "h-0.5 w-3 bg-bad-solid",
      shown: runs.some(({ rtoSeconds }) => rtoSeconds !== null),
    },
  ];
  return (
    <span className="flex flex-wrap gap-x-3 text-xs text-fg-2">
      {signs
        .filter(({ shown }) => shown)
        .map(({ words, look }) => (
          <span key={words} className="inline-flex items-center gap-1">
            <span aria-hidden className={classNames("timeline-bar", look)} /> {words}
          </span>
        ))}
      <span>{t("longest {duration}", { duration: formatDuration(longest * 1_000) })}</span>
    </span>
  );
}

function Numbers({ runs }: { runs: PastRuns }) {
  const head = [t("Run"), t("Ended"), t("Version"), t("Took"), t("Objective")].map((words) => (
    <Th key={words}>{words}</Th>
  ));
  return (
    <div className="mt-2 max-w-[60rem]">
      <Table label={t("How long past runs took")} head={head}>
        {runs.toReversed().map(({ id, number, mode, endedAt, version, rtaSeconds, rtoSeconds }) => (
          <Tr key={id}>
            <Td nowrap>
              <Link href={runAddress(number)} className="no-underline hover:underline">
                <ModeWord mode={mode} text={runLabel(number)} />
              </Link>
            </Td>
            <Td label={t("Ended")}>
              <Time at={endedAt} show="dateTime" />
            </Td>
            <Td label={t("Version")}>v{version}</Td>
            <Td label={t("Took")}>
              <Duration ms={rtaSeconds * 1_000} />
            </Td>
            <Td label={t("Objective")}>
              {rtoSeconds === null ? (
                <span className="text-fg-3">{t("none")}</span>
              ) : (
                <Duration ms={rtoSeconds * 1_000} />
              )}
            </Td>
          </Tr>
        ))}
      </Table>
    </div>
  );
}
