import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DraftPage } from "#components/procedures/draft-page.tsx";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { can } from "#lib/domain/grants.ts";
import { whoMay } from "#lib/server/people/active.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";
import { findDraft } from "#lib/server/procedures/read-draft.ts";
import { t } from "#lib/words/t.ts";
import { signedIn } from "../../signed-in.ts";

type DraftOfProps = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: DraftOfProps): Promise<Metadata> {
  return { title: t("Draft of {procedure}", { procedure: (await params).key }) };
}

export default async function DraftOfPage({ params }: DraftOfProps) {
  const { role } = await signedIn();
  if (!can(role, "procedure.publish")) {
    return (
      <NotAllowed
        page={t("Draft")}
        title={t("You may read, not change")}
        who={await whoMay("procedure.publish")}
        next={{ href: "/procedures", words: t("Procedures") }}
      >
        {t("Commanders and administrators change procedures. Your role is {role}: ask one of them.", { role: t(role) })}
      </NotAllowed>
    );
  }
  const draft = await findDraft((await params).key);
  if (!draft) notFound();
  const latest = draft.latest && (await readProcedure(draft.latest.id)).document;
  const isBehind = draft.base !== null && draft.base.id !== draft.latest?.id;
  const base = isBehind && draft.base ? (await readProcedure(draft.base.id)).document : null;
  return <DraftPage key={draft.key} draft={draft} latest={latest} base={base} />;
}
