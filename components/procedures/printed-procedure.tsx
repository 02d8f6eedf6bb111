"use client";

import { PrintedPaper } from "#components/shell/printed-paper.tsx";
import { serverNowMs } from "#lib/client/server-clock.ts";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import { checklistSheet } from "#lib/domain/paper/checklist.ts";
import { procedurePaper } from "#lib/domain/paper/procedure-paper.ts";

/** The page of a procedure prints as its blank checklist. */
export function PrintedProcedure({ view }: { view: ProcedureView }) {
  const sheet = () => {
    const now = new Date(serverNowMs()).toISOString();
    return checklistSheet(procedurePaper({ procedure: view.document, version: view, now }));
  };
  return <PrintedPaper sheet={sheet} />;
}
