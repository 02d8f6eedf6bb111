"use client";

import { useQuery } from "@tanstack/react-query";
import { BookOpen, Upload } from "lucide-react";
import { LoadFailure } from "#components/history/load-failure.tsx";
import { ProcedureTable } from "#components/overview/procedure-table.tsx";
import { Page } from "#components/shell/page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { proceduresQuery } from "#lib/client/queries.ts";
import { can } from "#lib/domain/grants.ts";
import type { Role } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

export function Procedures({ role }: { role: Role }) {
  const { data, isPending, isError, error, refetch } = useQuery(proceduresQuery());
  const upload = can(role, "procedure.publish") && (
    <ButtonLink href="/procedures/new" icon={<Upload aria-hidden />}>
      {t("Upload a procedure")}
    </ButtonLink>
  );
  return (
    <Page title={t("Procedures")} actions={upload}>
      {isPending && <Skeleton lines={4} label={t("Loading the procedures")} />}
      {isError && !data && <LoadFailure what={t("The procedures")} error={error} retry={() => void refetch()} />}
      {data?.procedures.length === 0 && (
        <EmptyState icon={<BookOpen aria-hidden />} title={t("No procedure yet")} action={upload}>
          <p>{t("A procedure is written down once, checked, published and then followed by runs.")}</p>
        </EmptyState>
      )}
      {data && data.procedures.length > 0 && (
        <ProcedureTable procedures={data.procedures} mayStart={can(role, "run.command")} />
      )}
    </Page>
  );
}
