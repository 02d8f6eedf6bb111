import type { Metadata } from "next";
import { Changes } from "#components/procedures/changes.tsx";
import { Page } from "#components/shell/page.tsx";
import { Link } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { changesBetween } from "#lib/domain/procedure-diff.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";
import { t } from "#lib/words/t.ts";
import { signedIn } from "../../../signed-in.ts";
import { versionAt } from "../../version-at.ts";

type ChangesProps = { params: Promise<{ id: string }> };

export function generateMetadata(): Metadata {
  return { title: t("What has changed since") };
}

/** What today's version says otherwise than this one. */
export default async function ChangesSincePage({ params }: ChangesProps) {
  await signedIn();
  const before = await versionAt((await params).id);
  const today = await readProcedure(before.key);
  return (
    <Page
      over={<Link href={`/procedures/${before.id}`}>{before.title}</Link>}
      title={
        <Words
          of="From {before} to {after}"
          with={{ before: <Tag>v{before.version}</Tag>, after: <Tag>v{today.version}</Tag> }}
        />
      }
    >
      {before.id === today.id ? (
        <p>{t("This is today’s version.")}</p>
      ) : (
        <Changes
          changes={changesBetween(before.document, today.document)}
          between={[before.document, today.document]}
        />
      )}
    </Page>
  );
}
