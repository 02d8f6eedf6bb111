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
import { tookMs } from "#lib/client/run-figures.ts";
import { runAddress, typeWords } from "#lib/client/run-name.ts";
import type { RunSummary } from "#lib/contract/runs.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** Runs in rows, cards on a phone; live or drill is the first word of each. */
export function RunTable({ label, runs }: { label: string; runs: readonly RunSummary[] }) {
  const head = (
    <>
      <Th>{t("Run")}</Th>
      <Th>{t("Procedure")}</Th>
      <Th>{t("Sites")}</Th>
      <Th>{t("Started")}</Th>
      <Th align="end">{t("Took")}</Th>
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
        <span translate="no">{run.procedure.title}</span> v{run.procedure.version}
        <span className="block text-fg-3">{t(typeWords[run.type])}</span>
      </Td>
      <Td label={t("Sites")}>
        <RunSites sites={run.sites} />
        <span translate="no" className="block text-fg-3">
          {run.commander.name}
        </span>
      </Td>
      <Td label={t("Started")}>
        {run.startedAt ? (
          <Time at={run.startedAt} show="dateTime" />
        ) : (
          <span className="text-fg-3">
            <Words of="not started, created {time}" with={{ time: <Time at={run.createdAt} show="dateTime" /> }} />
          </span>
        )}
      </Td>
      <Td label={t("Took")} align="end">
        <Took run={run} />
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

function Took({ run }: { run: RunSummary }) {
  const took = tookMs(run);
  if (took !== null) return <Duration ms={took} />;
  if (!run.startedAt) return <span className="text-fg-3">{t("not started")}</span>;
  return (
    <span className="text-fg-2">
      <Words
        of="{elapsed} so far"
        with={{
          elapsed: (
            <span className="md:max-lg:block">
              <Elapsed since={run.startedAt} />
            </span>
          ),
        }}
      />
    </span>
  );
}
