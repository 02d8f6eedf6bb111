import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Procedures } from "#components/procedures/procedures.tsx";
import { proceduresQuery } from "#lib/client/queries.ts";
import { can } from "#lib/domain/grants.ts";
import { listProcedures } from "#lib/server/procedures/read.ts";
import { listDrafts } from "#lib/server/procedures/read-draft.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../seed.ts";
import { signedIn } from "../signed-in.ts";

export function generateMetadata(): Metadata {
  return { title: t("Procedures") };
}

export default async function ProceduresPage() {
  const person = await signedIn();
  const { drafts } = can(person.role, "procedure.publish") ? await listDrafts() : { drafts: [] };
  return (
    <HydrationBoundary state={seeded([await read(proceduresQuery(), listProcedures())])}>
      <Procedures role={person.role} drafts={drafts} />
    </HydrationBoundary>
  );
}
