"use client";

import { useQuery } from "@tanstack/react-query";
import { TrendPicture } from "#components/procedures/trend-picture.tsx";
import { Duration } from "#components/shell/duration.tsx";
import { Time } from "#components/shell/time.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { barLook, trendWords } from "#lib/client/procedures/rta-trend.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import { pastQuery } from "#lib/client/run/run-queries.ts";
import type { Past } from "#lib/contract/procedures.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

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
          <p className="max-w-[60ch]">
            {trendWords(data.runs)}
            <Key runs={data.runs} />
          </p>
          <TrendPicture runs={data.runs} />
          <details>
            <summary className="w-fit cursor-pointer text-link touch:py-3">{t("As a table")}</summary>
            <Numbers runs={data.runs} />
          </details>
        </div>
      )}
    </Section>
  );
}

function Key({ runs }: { runs: PastRuns }) {
  const signs = [
    { words: t("drill"), of: { mode: "drill", onlySimulated: false } },
    { words: t("drill, only simulated"), of: { mode: "drill", onlySimulated: true } },
    { words: t("live"), of: { mode: "live", onlySimulated: false } },
  ] as const;
  return (
    <span className="flex flex-wrap gap-x-3 text-xs text-fg-2">
      {signs
        .filter(({ of }) => runs.some((run) => run.mode === of.mode && run.onlySimulated === of.onlySimulated))
        .map(({ words, of }) => (
          <span key={words} className="inline-flex items-center gap-1">
            <span aria-hidden className={classNames("timeline-bar h-2.5 w-2", barLook(of))} />
            {words}
          </span>
        ))}
      {runs.some(({ rtoSeconds }) => rtoSeconds !== null) && (
        <span className="inline-flex items-center gap-1">
          <span aria-hidden className="timeline-bar w-3 border-t-2 border-bad-solid" />
          {t("objective of the run")}
        </span>
      )}
    </span>
  );
}

const columns = ["Run", "Ended", "Version", "Took", "Objective"] as const satisfies readonly PlainSentence[];

function Numbers({ runs }: { runs: PastRuns }) {
  const head = columns.map((column) => <Th key={column}>{t(column)}</Th>);
  return (
    <div className="mt-2 max-w-[60rem]">
      <Table label={t("How long past runs took")} head={head}>
        {runs.toReversed().map(({ id, number, mode, endedAt, version, rtaSeconds, rtoSeconds, onlySimulated }) => (
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
              {onlySimulated && <span className="text-fg-2">{t(", only simulated")}</span>}
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
