import "server-only";
import { createHash } from "node:crypto";
import type { CommandResult } from "#lib/contract/runs.ts";
import type { Person } from "#lib/domain/actor.ts";
import { SHOWN_TYPES } from "#lib/domain/evidence.ts";
import { fileName } from "#lib/domain/run/file-name.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { database } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { mediaTypeOf } from "#lib/server/evidence/media-type.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { runId } from "#lib/server/runs/read.ts";
import { t } from "#lib/words/t.ts";

type Attaching = { id: string; number: string; name: string; file: string };

/**
 * Attaches a file to a step: bytes and event in one transaction. The same file under the same id twice is attached once.
 * Throws `invalid_request` for an empty one, and what `execute` throws.
 */
export async function attachFile(actor: Person, params: Attaching, content: Uint8Array): Promise<CommandResult> {
  if (content.byteLength === 0) throw new AppError("invalid_request", t("The file is empty."));
  const id = params.file;
  const evidence = {
    kind: "file" as const,
    id,
    name: params.name,
    mediaType: mediaTypeOf(content),
    bytes: content.byteLength,
    sha256: createHash("sha256").update(content).digest("hex"),
  };
  const run = await runId(params.id);
  const { result } = await execute(
    actor,
    run,
    { type: "evidence.file", step: params.number, evidence },
    { key: `evidence/${id}`, also: [insert(run, evidence, content)] },
  );
  return result;
}

const insert = (run: string, { id, mediaType }: { id: string; mediaType: string }, content: Uint8Array) => ({
  text: "insert into evidence_file (id, run_id, media_type, content) values ($1, $2, $3, $4)",
  values: [id, run, mediaType, content],
});

type Found = { media_type: string; content: Buffer; name: string; mode: Mode; number: number };

/**
 * A file as it was attached, under its name after that of its run. Images and text may be shown; everything else is a download. No script in it ever runs.
 * Throws `not_found`.
 */
export async function downloadEvidence({ id, file }: { id: string; file: string }): Promise<Response> {
  const { rows } = await database().pool.query<Found>(
    `select f.media_type, f.content, e.event -> 'evidence' ->> 'name' as name, run.mode, run.number
     from evidence_file f join run on run.id = f.run_id
     join run_event e on e.run_id = f.run_id and e.event -> 'evidence' ->> 'id' = f.id::text
     where f.run_id = $1 and f.id = $2`,
    [await runId(id), file],
  );
  const [found] = rows;
  if (!found) throw new AppError("not_found", t("There is no such file."));
  const shown = (SHOWN_TYPES as readonly string[]).includes(found.media_type);
  const name = `${fileName(found.mode, runLabel(found.number))}-${found.name}`;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return new Response(new Uint8Array(found.content), {
    headers: {
      "content-type": found.media_type === "text/plain" ? "text/plain; charset=utf-8" : found.media_type,
      "content-disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${encoded}`,
      "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      "cache-control": "private, max-age=31536000, immutable",
    },
  });
}
