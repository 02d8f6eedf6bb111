import { useRunDesk } from "#components/runs/run-desk.tsx";
import { toldUnheard, usePagePack } from "#components/runs/side/page-pack.ts";
import { useZone } from "#components/shell/zone.tsx";
import { addressOf } from "#lib/client/api.ts";
import { useSavePack } from "#lib/client/pack/use-save-pack.ts";
import { serverNowMs } from "#lib/client/server-clock.ts";
import { checklistHtml } from "#lib/domain/paper/checklist.ts";
import { packName } from "#lib/domain/run/file-name.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";

/** Saves the pack of this page's run: from the server, else as this browser keeps it, else as the page itself knows it. */
export function useSaveRun() {
  const { run, person } = useRunDesk();
  const address = addressOf("GET /api/runs/{id}/pack", { id: run.id, zone: useZone() });
  const pack = { label: runLabel(run.number), address, reader: person.id };
  const makePack = usePagePack();
  const ofPage = () => {
    const made = makePack();
    const at = new Date(made.atMs).toISOString();
    const html = checklistHtml(toldUnheard(made, "saved"));
    return { html, name: packName(run.mode, pack.label, at), ageMs: Math.max(0, serverNowMs() - made.atMs) };
  };
  return { pack, makePack, ...useSavePack({ ...pack, ofPage }) };
}
