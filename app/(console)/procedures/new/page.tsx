import type { Metadata } from "next";
import { UploadForm } from "#components/procedures/upload-form.tsx";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { can } from "#lib/domain/grants.ts";
import { whoMay } from "#lib/server/people/active.ts";
import { t } from "#lib/words/t.ts";
import { signedIn } from "../../signed-in.ts";

export function generateMetadata(): Metadata {
  return { title: t("Upload a procedure") };
}

export default async function UploadPage() {
  const { role } = await signedIn();
  if (can(role, "procedure.publish")) return <UploadForm />;
  return (
    <NotAllowed
      page={t("Upload a procedure")}
      title={t("You may read, not publish")}
      who={await whoMay("procedure.publish")}
      next={{ href: "/procedures", words: t("Procedures") }}
    >
      {t("Commanders and administrators publish procedures. Your role is {role}: ask one of them.", { role: t(role) })}
    </NotAllowed>
  );
}
