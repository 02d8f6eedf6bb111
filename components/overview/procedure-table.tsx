"use client";

import { CircleHelp, GitCompareArrows, ShieldCheck } from "lucide-react";
import { Day } from "#components/shell/day.tsx";
import { DaysAgo } from "#components/shell/days-ago.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Link } from "#components/ui/link.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { trustOf } from "#lib/client/procedures/procedure-trust.ts";
import { keyWhereShared } from "#lib/client/procedures/shared-titles.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import type { ProcedureSummary } from "#lib/contract/procedures.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t, tn } from "#lib/words/t.ts";

type ProcedureTableProps = { procedures: readonly ProcedureSummary[]; mayStart: boolean };

/** Procedures with what is known of them: how long, when drilled, whether changed since. */
export function ProcedureTable({ procedures, mayStart }: ProcedureTableProps) {
  const head = (
    <>
      <Th>{t("Procedure")}</Th>
      <Th align="end">{t("Steps")}</Th>
      <Th>{t("Last drilled")}</Th>
      <Th>{t("Trust")}</Th>
      <Th>{t("Published")}</Th>
      {mayStart && <Th hidden>{t("Action")}</Th>}
    </>
  );
  const keyOf = keyWhereShared(procedures);
  return (
    <Table label={t("Procedures")} head={head}>
      {procedures.map((procedure) => (
        <Tr key={procedure.id}>
          <Td>
            <Link href={`/procedures/${procedure.id}`} className="no-underline hover:underline">
              <b translate="no">{procedure.title}</b>
            </Link>{" "}
            <Tag>v{procedure.version}</Tag>
            <code className="block text-xs text-fg-2 empty:hidden">{keyOf(procedure)}</code>
          </Td>
          <Td label={t("Steps")} align="end">
            {procedure.stepCount}
          </Td>
          <Td label={t("Last drilled")}>
            <LastDrill procedure={procedure} />
          </Td>
          <Td label={t("Trust")}>
            <Trust procedure={procedure} />
          </Td>
          <Td label={t("Published")}>
            <span className="text-fg-2">
              <Day at={procedure.publishedAt} />
              {t(", ")}
              {procedure.builtIn ? t("built in") : t("by {name}", { name: procedure.publishedBy })}
            </span>
          </Td>
          {mayStart && (
            <Td align="end">
              <ButtonLink href={`/new-run?procedure=${procedure.id}`} size="small">
                {t("Start run")}
                <span className="sr-only"> {t("of {procedure}", { procedure: procedure.title })}</span>
              </ButtonLink>
            </Td>
          )}
        </Tr>
      ))}
    </Table>
  );
}

function LastDrill({ procedure: { lastDrill } }: { procedure: ProcedureSummary }) {
  if (!lastDrill) return t("never");
  return (
    <>
      <Day at={lastDrill.endedAt} />
      {t(", ")}
      <DaysAgo at={lastDrill.endedAt} />
      <span className="block text-fg-3">
        v{lastDrill.version}
        {t(", ")}
        <Link href={runAddress(lastDrill.number)}>{runLabel(lastDrill.number)}</Link>
      </span>
    </>
  );
}

function Trust({ procedure }: { procedure: ProcedureSummary }) {
  const trust = trustOf(procedure);
  switch (trust.kind) {
    case "never":
      return (
        <Outcome tone="bad" icon={<CircleHelp aria-hidden />}>
          {t("Never run to the end")}
        </Outcome>
      );
    case "changed":
      return (
        <Outcome tone="wait" icon={<GitCompareArrows aria-hidden />}>
          <span>
            <Words
              of={trust.how === "drilled" ? "{changed} was drilled" : "{changed} was run live"}
              with={{
                changed: (
                  <Link href={`/procedures/${trust.since.procedureId}/changes`} className="underline">
                    {t("Changed since v{version}", { version: trust.since.version })}
                    <span className="sr-only"> {t("of {procedure}", { procedure: procedure.title })}</span>
                  </Link>
                ),
              }}
            />
          </span>
        </Outcome>
      );
    case "as_it_is":
      return (
        <Outcome tone="done" icon={<ShieldCheck aria-hidden />}>
          <span>
            {trust.how === "drilled" ? t("Drilled as it is") : t("Was run live as it is")}
            {trust.by.number !== procedure.lastDrill?.number && (
              <span className="block font-normal">
                <Link href={runAddress(trust.by.number)}>{runLabel(trust.by.number)}</Link>
              </span>
            )}
            {trust.by.onlySimulated && <span className="block text-fg-2">{t("only simulated")}</span>}
            {trust.by.exceptions > 0 && (
              <span className="block text-fg-2">
                {tn("{count} exception", "{count} exceptions", trust.by.exceptions)}
              </span>
            )}
          </span>
        </Outcome>
      );
  }
}
