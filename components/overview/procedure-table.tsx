"use client";

import { CircleHelp, GitCompareArrows, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { Time } from "#components/shell/time.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Table, Td, Th, Tr } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { ProcedureSummary } from "#lib/contract/procedures.ts";

type ProcedureTableProps = { procedures: readonly ProcedureSummary[]; mayStart: boolean };

/** Procedures with what is known of them: how long, when drilled, whether changed since. */
export function ProcedureTable({ procedures, mayStart }: ProcedureTableProps) {
  const head = (
    <>
      <Th>Procedure</Th>
      <Th align="end">Steps</Th>
      <Th>Last drilled</Th>
      <Th>Trust</Th>
      <Th>Published</Th>
      {mayStart && <Th hidden>Action</Th>}
    </>
  );
  return (
    <Table label="Procedures" head={head}>
      {procedures.map((procedure) => (
        <Tr key={procedure.id}>
          <Td>
            <Link href={`/procedures/${procedure.id}`} className="no-underline hover:underline">
              <b>{procedure.title}</b>
            </Link>{" "}
            <Tag>v{procedure.version}</Tag>
          </Td>
          <Td label="Steps" align="end">
            {procedure.stepCount}
          </Td>
          <Td label="Last drilled">
            {procedure.lastDrilledAt ? <Time at={procedure.lastDrilledAt} show="date" /> : "never"}
          </Td>
          <Td label="Trust">
            <Trust procedure={procedure} />
          </Td>
          <Td label="Published">
            <span className="text-fg-2">
              <Time at={procedure.publishedAt} show="date" />,{" "}
              {procedure.builtIn ? "built in" : `by ${procedure.publishedBy}`}
            </span>
          </Td>
          {mayStart && (
            <Td align="end">
              <ButtonLink href={`/new-run?procedure=${procedure.id}`} size="small">
                Start run<span className="sr-only"> of {procedure.title}</span>
              </ButtonLink>
            </Td>
          )}
        </Tr>
      ))}
    </Table>
  );
}

function Trust({ procedure: { lastDrilledAt, publishedAt } }: { procedure: ProcedureSummary }) {
  if (!lastDrilledAt) {
    return (
      <Outcome tone="bad" icon={<CircleHelp aria-hidden />}>
        Never drilled
      </Outcome>
    );
  }
  if (Date.parse(lastDrilledAt) < Date.parse(publishedAt)) {
    return (
      <Outcome tone="wait" icon={<GitCompareArrows aria-hidden />}>
        Changed since the last drill
      </Outcome>
    );
  }
  return (
    <Outcome tone="done" icon={<ShieldCheck aria-hidden />}>
      Drilled as it is
    </Outcome>
  );
}
