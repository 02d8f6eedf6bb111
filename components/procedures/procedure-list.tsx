"use client";

import { useQuery } from "@tanstack/react-query";
import { BookOpen, Upload } from "lucide-react";
import { ProcedureTable } from "#components/overview/procedure-table.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { LOOK_AGAIN_MS, proceduresQuery } from "#lib/client/queries.ts";
import { can } from "#lib/domain/grants.ts";
import type { Role } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

/** For who may publish one. */
export const uploadLink = (role: Role, look?: "primary") =>
  can(role, "procedure.publish") && (
    <ButtonLink href="/procedures/new" look={look} icon={<Upload aria-hidden />}>
      {t("Upload a procedure")}
    </ButtonLink>
  );

/** What there is to be run, or that there is nothing yet. */
export function ProcedureList({ role }: { role: Role }) {
  const { data } = useQuery({ ...proceduresQuery(), refetchInterval: LOOK_AGAIN_MS });
  if (!data) return <Skeleton lines={4} label={t("Loading the procedures")} />;
  if (data.procedures.length > 0) {
    return <ProcedureTable procedures={data.procedures} mayStart={can(role, "run.command")} />;
  }
  return (
    <EmptyState icon={<BookOpen aria-hidden />} title={t("No procedure yet")} action={uploadLink(role, "primary")}>
      <p>{t("A procedure is written down once, checked, published and then followed by runs.")}</p>
    </EmptyState>
  );
}
