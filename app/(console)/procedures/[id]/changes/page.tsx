import type { Metadata } from "next";
import { Changes } from "#components/procedures/changes.tsx";
import { Page } from "#components/shell/page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
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
  const isLatest = before.id === today.id;
  return (
    <Page
      over={<Link href={`/procedures/${before.id}`}>{before.title}</Link>}
      title={
        isLatest ? (
          <Words of="Nothing has changed since {version}" with={{ version: <Tag>v{before.version}</Tag> }} />
        ) : (
          <Words
            of="From {before} to {after}"
            with={{ before: <Tag>v{before.version}</Tag>, after: <Tag>v{today.version}</Tag> }}
          />
        )
      }
    >
      {isLatest ? (
        <div className="grid justify-items-start gap-3">
          <p>{t("This is today’s version.")}</p>
          <ButtonLink href={`/procedures/${before.id}`}>{t("Open the procedure")}</ButtonLink>
        </div>
      ) : (
        <>
          <p className="flex flex-wrap gap-x-4">
            {[before, today].map(({ id, version }) => (
              <Link key={id} href={`/procedures/${id}`} className="text-link underline">
                {t("Open v{version}", { version })}
              </Link>
            ))}
          </p>
          <Changes
            changes={changesBetween(before.document, today.document)}
            between={[before.document, today.document]}
          />
        </>
      )}
    </Page>
  );
}
