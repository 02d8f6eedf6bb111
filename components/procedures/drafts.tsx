"use client";

import type { ReactNode } from "react";
import { Time } from "#components/shell/time.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Words } from "#components/ui/words.tsx";
import { keyWhereShared, type Titled } from "#lib/client/procedures/shared-titles.ts";
import type { DraftSummary } from "#lib/contract/drafts.ts";
import { t } from "#lib/words/t.ts";

/** What is being changed, and by whom: whoever began a draft, or takes it over, finds it again here. */
export function ProcedureDrafts({
  drafts,
  published,
}: {
  drafts: readonly DraftSummary[];
  published: readonly Titled[];
}) {
  if (drafts.length === 0) return null;
  const keyOf = keyWhereShared([...drafts, ...published]);
  return (
    <Section title={t("Drafts")} note={t("not published yet: no run follows them")}>
      <Lines>
        {drafts.map((draft) => (
          <li key={draft.key} className="flex flex-wrap content-center items-baseline gap-x-4">
            <Link href={`/drafts/${draft.key}`} className="text-link underline">
              <b translate="no">{draft.title}</b>
            </Link>
            <code className="text-xs text-fg-2 empty:hidden">{keyOf(draft)}</code>
            <span className="text-fg-2">
              {draft.base ? t("begun from v{version}", { version: draft.base.version }) : t("a new procedure")}
              {t(", ")}
              <ChangedBy draft={draft} />
            </span>
          </li>
        ))}
      </Lines>
    </Section>
  );
}

export type DraftTold = Pick<DraftSummary, "key" | "changedBy" | "changedAt">;

/** In one line: that there is a draft, and whose. */
export function DraftOf({ draft, children }: { draft: DraftTold; children: ReactNode }) {
  return (
    <p>
      <Link href={`/drafts/${draft.key}`} className="text-link underline">
        {children}
      </Link>
      <span className="text-fg-2">
        {t(", ")}
        <ChangedBy draft={draft} />
      </span>
    </p>
  );
}

function ChangedBy({ draft: { changedBy, changedAt } }: { draft: DraftTold }) {
  return <Words of="changed by {name}, {at}" with={{ name: changedBy, at: <Time at={changedAt} show="dateTime" /> }} />;
}
