"use client";

import { ProcedureList, uploadLink } from "#components/procedures/procedure-list.tsx";
import { Page } from "#components/shell/page.tsx";
import type { Role } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

export function Procedures({ role }: { role: Role }) {
  return (
    <Page title={t("Procedures")} actions={uploadLink(role)}>
      <ProcedureList role={role} />
    </Page>
  );
}
