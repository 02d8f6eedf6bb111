"use client";

import { RecordState } from "#components/history/record-state.tsx";
import { RtoWords } from "#components/history/rto-words.tsx";
import { RunOutcome } from "#components/history/run-outcome.tsx";
import { RunSites } from "#components/history/run-sites.tsx";
import { Duration, Elapsed } from "#components/shell/duration.tsx";
import { Time } from "#components/shell/time.tsx";
import { Link } from "#components/ui/link.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Words } from "#components/ui/words.tsx";
import { tookMs } from "#lib/client/run/run-figures.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { typeWords } from "#lib/domain/run/run-words.ts";
import { t } from "#lib/words/t.ts";

/** Runs in rows, cards on a phone; live or drill is the first word of each. */
export function RunTable({ label, runs }: { label: string; runs: readonly RunSummary[] }) {
  const head = (
    <>
      <Th>{t("Run")}</Th>
      <Th>{t("Procedure")}</Th>
      <Th>{t("Sites")}</Th>
      <Th>{t("Started")}</Th>
      <Th>{t("RTO, since declared")}</Th>
      <Th>{t("Outcome")}</Th>
      <Th>{t("Record")}</Th>
    </>
  );
  return (
    <Table label={label} head={head}>
      {runs.map((run) => (
        <RunRow key={run.id} run={run} />
      ))}
    </Table>
  );
}

function RunRow({ run }: { run: RunSummary }) {
  return (
    <Tr>
      <Td nowrap>
        <Link href={runAddress(run.number)} className="no-underline hover:underline">
          <ModeWord mode={run.mode} text={runLabel(run.number)} />
        </Link>
      </Td>
      <Td>
        <span translate="no">{run.procedure.title}</span>
        {"\u00a0"}v{run.procedure.version}
        <span className="block text-fg-3 xl:whitespace-nowrap">{t(typeWords[run.type])}</span>
      </Td>
      <Td label={t("Sites")}>
        <RunSites sites={run.sites} />
        <span className="block text-fg-3">
          <Words of="Commander {person}" with={{ person: <span translate="no">{run.commander.name}</span> }} />
        </span>
      </Td>
      <Td label={t("Started")}>
        <Began run={run} />
      </Td>
      <Td label={t("RTO, since declared")}>
        <RtoWords run={run} />
      </Td>
      <Td label={t("Outcome")}>
        <RunOutcome run={run} />
      </Td>
      <Td label={t("Record")}>
        <RecordState run={run} />
      </Td>
    </Tr>
  );
}

/** When it began, and under that how long it took or goes on already. */
function Began({ run: { startedAt, createdAt, ...run } }: { run: RunSummary }) {
  if (!startedAt) {
    return (
      <span className="text-fg-3">
        <Words of="not started, created {time}" with={{ time: <Time at={createdAt} show="dateTime" /> }} />
      </span>
    );
  }
  const took = tookMs({ startedAt, ...run });
  return (
    <>
      <Time at={startedAt} show="dateTime" />
      <span className="block text-fg-2">
        {took === null ? (
          <Words of="{elapsed} so far" with={{ elapsed: <Elapsed since={startedAt} /> }} />
        ) : (
          <Words
            of={run.reachedAt ? "took {time}, entered afterwards" : "took {time}"}
            with={{ time: <Duration ms={took} /> }}
          />
        )}
      </span>
    </>
  );
}
