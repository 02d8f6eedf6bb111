import { usePagePack, withNotice } from "#components/runs/page-pack.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useServerClock } from "#components/shell/server-time.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { addressOf } from "#lib/client/api.ts";
import { useSavePack } from "#lib/client/use-save-pack.ts";
import { checklistHtml } from "#lib/domain/paper/checklist.ts";
import { packName } from "#lib/domain/run/file-name.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

/** Saves the pack of this page's run: from the server, else as this browser keeps it, else as the page itself knows it. */
export function useSaveRun() {
  const { run, person } = useRunDesk();
  const address = addressOf("GET /api/runs/{id}/pack", { id: run.id, zone: useZone() });
  const of = { label: runLabel(run.number), address, reader: person.id };
  const make = usePagePack();
  const serverNow = useServerClock();
  const ofPage = () => {
    const { pack, atMs } = make();
    const at = new Date(atMs).toISOString();
    const stale = t("The server did not answer when this was saved. What stands here may have changed since {at}.", {
      at: bothTimes(at),
    });
    const html = checklistHtml(withNotice(pack, stale));
    return { html, name: packName(run.mode, of.label, at), ageMs: Math.max(0, serverNow() - atMs) };
  };
  return { of, make, ...useSavePack({ ...of, ofPage }) };
}
