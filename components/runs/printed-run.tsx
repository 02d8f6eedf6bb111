"use client";

import { useRunDesk } from "#components/runs/run-desk.tsx";
import { PrintedPaper } from "#components/shell/printed-paper.tsx";
import { useServerClock } from "#components/shell/server-time.tsx";
import { afterwardsAddress } from "#lib/client/run-name.ts";
import { useContacts } from "#lib/client/use-contacts.ts";
import { checklistSheet } from "#lib/domain/paper/checklist.ts";
import { runPack } from "#lib/domain/paper/run-pack.ts";
import { t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

/** The page of a run prints as its pack: every step, whatever is folded or filtered. */
export function PrintedRun() {
  const { procedure, version, run, heardAt } = useRunDesk();
  const contacts = useContacts(procedure, run);
  const serverNow = useServerClock();
  const sheet = () => {
    const now = new Date(heardAt ?? serverNow()).toISOString();
    const enteredAt = `${location.origin}${afterwardsAddress(run.number)}`;
    const pack = runPack({ procedure, version, run, contacts, now, enteredAt });
    if (heardAt === null) return checklistSheet(pack);
    const stale = t("The server did not answer when this was printed. What stands here may have changed since {at}.", {
      at: bothTimes(now),
    });
    return checklistSheet({ ...pack, notices: [stale, ...pack.notices] });
  };
  return <PrintedPaper sheet={sheet} />;
}
