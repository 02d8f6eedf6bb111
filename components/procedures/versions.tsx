"use client";

import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { Time } from "#components/shell/time.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { proceduresQuery } from "#lib/client/queries.ts";
import type { ProcedureSummary } from "#lib/contract/procedures.ts";
import { t } from "#lib/words/t.ts";

/** Every published version; none of them ever changes. */
export function Versions({ of }: { of: ProcedureSummary }) {
  const { data } = useQuery(proceduresQuery({ key: of.key }));
  const versions = data?.procedures ?? [of];
  return (
    <Section title={t("Versions")} note={t("a published version never changes")}>
      <Lines>
        {versions.map((version) => (
          <li key={version.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Tag>v{version.version}</Tag>
            {version.id === of.id ? (
              <b>{t("this one")}</b>
            ) : (
              <Link href={`/procedures/${version.id}`} className="text-link underline">
                <Words of="open{version}" with={{ version: <Unseen version={version.version} /> }} />
              </Link>
            )}
            <span className="min-w-0 flex-1 basis-60 text-fg-2">
              <Words
                of="{at}, {by}"
                with={{
                  at: <Time at={version.publishedAt} show="dateTime" />,
                  by: version.builtIn ? t("built in") : t("by {name}", { name: version.publishedBy }),
                }}
              />
              <Again version={version} among={versions} />
            </span>
            {data && version.id !== data.procedures[0]?.id && (
              <Link href={`/procedures/${version.id}/changes`} className="text-link underline">
                <Words of="what changed since{version}" with={{ version: <Unseen version={version.version} /> }} />
              </Link>
            )}
            <code className="font-mono text-xs text-fg-2" title={version.hash}>
              {version.hash.slice(0, 12)}
            </code>
          </li>
        ))}
      </Lines>
    </Section>
  );
}

/** Which earlier version it is, word for word, that was published again. */
function Again({ version, among }: { version: ProcedureSummary; among: readonly ProcedureSummary[] }) {
  const first = among.findLast(({ hash }) => hash === version.hash);
  if (!first || first.version === version.version) return null;
  return t(", word for word v{version}", { version: first.version });
}

/** The version that is in force, where it is another one. */
export function useNewer(of: ProcedureSummary): ProcedureSummary | null {
  const latest = useQuery(proceduresQuery({ key: of.key })).data?.procedures[0];
  return latest && latest.id !== of.id ? latest : null;
}

/** Above what is read, which may be printed or started as if it were in force. */
export function NotLatest({ of }: { of: ProcedureSummary }) {
  const latest = useNewer(of);
  if (!latest) return null;
  return (
    <Alert
      tone="wait"
      live="off"
      brief
      icon={<TriangleAlert aria-hidden />}
      title={t("This is not the latest version.")}
      action={
        <ButtonLink href={`/procedures/${latest.id}`}>{t("Open v{version}", { version: latest.version })}</ButtonLink>
      }
    />
  );
}

const Unseen = ({ version }: { version: number }) => (
  <span className="sr-only"> {t("version {version}", { version })}</span>
);
