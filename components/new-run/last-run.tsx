"use client";

import { MoveRight } from "lucide-react";
import { Day } from "#components/shell/day.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Difference } from "#lib/client/new-run/last-run.ts";
import { runName } from "#lib/client/run/run-name.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** What is planned otherwise than it was the last time: a mistake stands out, and so does what has changed. */
export function LastRun({ run, differences }: { run: Run; differences: readonly Difference[] }) {
  return (
    <Section
      title={t("Different from last time")}
      note={
        <>
          <Link href={`/runs/${run.id}`}>{runName(run)}</Link>
          {t(", ")}
          <Day at={run.createdAt} />
        </>
      }
    >
      {differences.length === 0 && <p className="text-fg-2">{t("Nothing: everything is as it was then.")}</p>}
      <ul>
        {differences.map(({ what, before, now }) => (
          <li key={what} className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-1 first:border-t-0">
            <span className="min-w-24 flex-1">{what}</span>
            <span className="inline-flex flex-wrap items-center gap-1">
              <span className="text-fg-2">{before}</span>
              <MoveRight role="img" aria-label={t("now")} className="size-3.5 text-fg-3" />
              <b>{now}</b>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
