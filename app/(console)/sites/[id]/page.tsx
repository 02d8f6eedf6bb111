import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteForm } from "#components/sites/site-form.tsx";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { runsAsBeforeQuery } from "#lib/client/queries.ts";
import { can } from "#lib/domain/grants.ts";
import { whoMay } from "#lib/server/people/active.ts";
import { listRuns } from "#lib/server/runs/read.ts";
import { listSites } from "#lib/server/sites/sites.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../../seed.ts";
import { signedIn } from "../../signed-in.ts";
import { publishedNeeds } from "../published-needs.ts";

export function generateMetadata(): Metadata {
  return { title: t("Edit a site") };
}

export default async function SitePage({ params }: { params: Promise<{ id: string }> }) {
  const { role } = await signedIn();
  if (!can(role, "site.manage")) {
    return (
      <NotAllowed
        page={t("Edit a site")}
        title={t("You may read, not change")}
        who={await whoMay("site.manage")}
        next={{ href: "/sites", words: t("Sites") }}
      >
        {t("Administrators change sites. Your role is {role}: ask one of them.", { role: t(role) })}
      </NotAllowed>
    );
  }
  const { id } = await params;
  const [{ sites }, needs] = await Promise.all([listSites(), publishedNeeds()]);
  const site = sites.find((each) => each.id === id);
  if (!site) notFound();
  const asBefore = { site: id, over: "no", limit: 5 } as const;
  return (
    <HydrationBoundary state={seeded([await read(runsAsBeforeQuery(id), listRuns(asBefore))])}>
      <SiteForm site={site} needs={needs} />
    </HydrationBoundary>
  );
}
