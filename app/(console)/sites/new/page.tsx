import type { Metadata } from "next";
import { SiteForm } from "#components/sites/site-form.tsx";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { can } from "#lib/domain/grants.ts";
import { signedIn } from "../../signed-in.ts";
import { publishedNeeds } from "../published-needs.ts";

export const metadata: Metadata = { title: "Add a site" };

export default async function NewSitePage() {
  const { role } = await signedIn();
  if (can(role, "site.manage")) return <SiteForm site={null} needs={await publishedNeeds()} />;
  return (
    <NotAllowed page="Add a site" title="You may read, not change" next={{ href: "/sites", words: "Sites" }}>
      Administrators add sites. You are {role}: ask one of them.
    </NotAllowed>
  );
}
