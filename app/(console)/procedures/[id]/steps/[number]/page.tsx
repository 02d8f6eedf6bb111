import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StepEditor } from "#components/procedures/step-editor.tsx";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { can } from "#lib/domain/grants.ts";
import { outline } from "#lib/domain/outline.ts";
import { whoMay } from "#lib/server/people/active.ts";
import { findDraft } from "#lib/server/procedures/read-draft.ts";
import { t } from "#lib/words/t.ts";
import { signedIn } from "../../../../signed-in.ts";
import { versionAt } from "../../../version-at.ts";

type EditStepProps = { params: Promise<{ id: string; number: string }> };

export async function generateMetadata({ params }: EditStepProps): Promise<Metadata> {
  return { title: t("Change step {step}", { step: (await params).number }) };
}

export default async function EditStepPage({ params }: EditStepProps) {
  const { role } = await signedIn();
  const { id, number } = await params;
  if (!can(role, "procedure.publish")) {
    return (
      <NotAllowed
        page={t("Change a step")}
        title={t("You may read, not change")}
        who={await whoMay("procedure.publish")}
        next={{ href: "/procedures", words: t("Procedures") }}
      >
        {t("Commanders and administrators change procedures. Your role is {role}: ask one of them.", { role: t(role) })}
      </NotAllowed>
    );
  }
  const version = await versionAt(id);
  const draft = await findDraft(version.key);
  const document = draft?.document ?? version.document;
  const step = outline(document).byNumber.get(decodeURIComponent(number));
  if (!step) notFound();
  const seen = draft ? { draft: draft.revision } : { version: version.id };
  return (
    <StepEditor
      procedure={{ key: version.key, title: document.title, id: version.id }}
      step={step}
      seen={seen}
      begun={draft && { key: draft.key, changedBy: draft.changedBy, changedAt: draft.changedAt }}
    />
  );
}
