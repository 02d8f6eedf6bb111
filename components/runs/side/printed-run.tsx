"use client";

import { type PagePack, toldUnheard } from "#components/runs/side/page-pack.ts";
import { PrintedPaper } from "#components/shell/printed-paper.tsx";
import { checklistSheet } from "#lib/domain/paper/checklist.ts";

/** The page of a run prints as its pack: every step, whatever is folded or filtered. */
export function PrintedRun({ makePack }: { makePack: () => PagePack }) {
  const sheet = () => {
    const made = makePack();
    return checklistSheet(made.unheard ? toldUnheard(made, "printed") : made.pack);
  };
  return <PrintedPaper sheet={sheet} />;
}
