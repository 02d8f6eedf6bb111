"use client";

import { useQuery } from "@tanstack/react-query";
import { ProcedureDrafts } from "#components/procedures/drafts.tsx";
import { ProcedureList, uploadLink } from "#components/procedures/procedure-list.tsx";
import { Page } from "#components/shell/page.tsx";
import { proceduresQuery } from "#lib/client/queries.ts";
import type { DraftSummary } from "#lib/contract/drafts.ts";
import type { Role } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

export function Procedures({ role, drafts }: { role: Role; drafts: readonly DraftSummary[] }) {
  const published = useQuery(proceduresQuery()).data?.procedures;
  const isEmpty = published?.length === 0;
  return (
    <Page title={t("Procedures")} actions={!isEmpty && uploadLink(role)}>
      <ProcedureList role={role} />
      <ProcedureDrafts drafts={drafts} published={published ?? []} />
    </Page>
  );
}
