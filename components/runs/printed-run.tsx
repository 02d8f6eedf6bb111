"use client";

import { type PagePack, withNotice } from "#components/runs/page-pack.ts";
import { PrintedPaper } from "#components/shell/printed-paper.tsx";
import { checklistSheet } from "#lib/domain/paper/checklist.ts";
import { t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

/** The page of a run prints as its pack: every step, whatever is folded or filtered. */
export function PrintedRun({ make }: { make: () => PagePack }) {
  const sheet = () => {
    const { pack, atMs, unheard } = make();
    if (!unheard) return checklistSheet(pack);
    const stale = t("The server did not answer when this was printed. What stands here may have changed since {at}.", {
      at: bothTimes(new Date(atMs).toISOString()),
    });
    return checklistSheet(withNotice(pack, stale));
  };
  return <PrintedPaper sheet={sheet} />;
}
