import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Procedures } from "#components/procedures/procedures.tsx";
import { proceduresQuery } from "#lib/client/queries.ts";
import { listProcedures } from "#lib/server/procedures/read.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../seed.ts";
import { signedIn } from "../signed-in.ts";

export function generateMetadata(): Metadata {
  return { title: t("Procedures") };
}

export default async function ProceduresPage() {
  const person = await signedIn();
  return (
    <HydrationBoundary state={seeded([await read(proceduresQuery(), listProcedures())])}>
      <Procedures role={person.role} />
    </HydrationBoundary>
  );
}
