import type { Metadata } from "next";
import { SiteForm } from "#components/sites/site-form.tsx";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { can } from "#lib/domain/grants.ts";
import { whoMay } from "#lib/server/people/active.ts";
import { t } from "#lib/words/t.ts";
import { signedIn } from "../../signed-in.ts";
import { publishedNeeds } from "../published-needs.ts";

export function generateMetadata(): Metadata {
  return { title: t("Add a site") };
}

export default async function NewSitePage() {
  const { role } = await signedIn();
  if (can(role, "site.manage")) return <SiteForm site={null} needs={await publishedNeeds()} />;
  return (
    <NotAllowed
      page={t("Add a site")}
      title={t("You may read, not change")}
      who={await whoMay("site.manage")}
      next={{ href: "/sites", words: t("Sites") }}
    >
      {t("Administrators add sites. Your role is {role}: ask one of them.", { role: t(role) })}
    </NotAllowed>
  );
}
