import "server-only";
import { fileName } from "#lib/domain/run/file-name.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { bundleLines } from "#lib/server/record/bundle.ts";
import { readRun } from "#lib/server/runs/read.ts";

/** The bundle of a run as a file, sent while it is read. Throws `not_found`. */
export async function downloadBundle(reference: string): Promise<Response> {
  const { run } = await readRun(reference);
  const encoder = new TextEncoder();
  const lines = bundleLines(run.id);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value}\n`));
    },
    cancel: async () => void (await lines.return(undefined)),
  });
  const name = `${fileName(run.mode, runLabel(run.number))}.jsonl`;
  const headers = { "content-type": "application/x-ndjson", "content-disposition": `attachment; filename="${name}"` };
  return new Response(body, { headers: { ...headers, "cache-control": "no-store" } });
}
