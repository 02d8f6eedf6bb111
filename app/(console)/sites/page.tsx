import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Sites } from "#components/sites/sites.tsx";
import { sitesQuery } from "#lib/client/queries.ts";
import { can } from "#lib/domain/roles.ts";
import { listSites } from "#lib/server/sites/sites.ts";
import { read, seeded } from "../seed.ts";
import { signedIn } from "../signed-in.ts";
import { publishedNeeds } from "./published-needs.ts";

export const metadata: Metadata = { title: "Sites" };

export default async function SitesPage() {
  const person = await signedIn();
  const [needs, sites] = await Promise.all([publishedNeeds(), read(sitesQuery(), listSites())]);
  return (
    <HydrationBoundary state={seeded([sites])}>
      <Sites needs={needs} mayManage={can(person.role, "site.manage")} mayTest={can(person.role, "run.operate")} />
    </HydrationBoundary>
  );
}
