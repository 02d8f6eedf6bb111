import "server-only";
import { type Checklist, checklistHtml } from "#lib/domain/paper/checklist.ts";
import { procedurePaper } from "#lib/domain/paper/procedure-paper.ts";
import { runPack } from "#lib/domain/paper/run-pack.ts";
import { packName } from "#lib/domain/run/file-name.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { db } from "#lib/server/db.ts";
import { env } from "#lib/server/env.ts";
import { inZone } from "#lib/server/language.ts";
import { PAPER_POLICY } from "#lib/server/paper/paper-policy.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { findVersion } from "#lib/server/procedures/read.ts";
import { contactsOf } from "#lib/server/runs/contacts.ts";
import { readRun, runId } from "#lib/server/runs/read.ts";
import { locale } from "#lib/words/language.ts";
import { readersZone } from "#lib/words/zone.ts";

type Wanted = { id: string; zone?: string | undefined };

/** The run pack; 304 where the run has not changed since the `If-None-Match` that the request brings. Throws `not_found`. */
export const downloadPack = ({ id, zone }: Wanted, request: Request): Promise<Response> =>
  inZone(zone, () => packOf(id, request));

async function packOf(id: string, request: Request): Promise<Response> {
  const known = request.headers.get("if-none-match");
  // Before anything of them is read: a number that changes meanwhile makes another file.
  const peopleAt = await peopleChangedAt();
  if (known !== null && known === (await etagOf(id, peopleAt)))
    return new Response(null, { status: 304, headers: { etag: known } });
  const { run, procedure: version, serverAt } = await readRun(id);
  const procedure = await frozenProcedure(run.procedureId);
  const reached = (await contactsOf(procedure, run)).map((contact) => [contact.id, contact]);
  const contacts = Object.fromEntries(reached);
  const enteredAt = `${env("BASE_URL")}/runs/${runLabel(run.number)}/afterwards`;
  const pack = runPack({ procedure, version, run, contacts, now: serverAt, enteredAt });
  const answer = file(pack, {
    name: packName(run.mode, runLabel(run.number), serverAt),
    etag: etagFor(run, peopleAt),
  });
  // The service worker keeps packs of runs that go on.
  answer.headers.set("x-run-status", run.status);
  return answer;
}

/** In another language or zone it is another file. */
const etagFor = ({ id, seq }: Pick<Run, "id" | "seq">, peopleAt: number): string =>
  `"${id}/${seq}/${peopleAt}/${locale()}/${readersZone()}"`;

/** Every browser that keeps the pack asks this again and again, so nothing else is read for it. */
async function etagOf(reference: string, peopleAt: number): Promise<string | undefined> {
  const run = await db().run.findUnique({ where: { id: await runId(reference) }, select: { id: true, seq: true } });
  return run ? etagFor(run, peopleAt) : undefined;
}

/** How somebody is reached changes without an event of the run. */
async function peopleChangedAt(): Promise<number> {
  const { _max } = await db().user.aggregate({ _max: { updatedAt: true } });
  return _max.updatedAt?.getTime() ?? 0;
}

/** A version of a procedure as a blank checklist. Throws `not_found`. */
export async function downloadPaper({ id, zone }: Wanted): Promise<Response> {
  const { key, ...version } = await findVersion(id);
  const procedure = await frozenProcedure(version.id);
  const paper = inZone(zone, () => procedurePaper({ procedure, version, now: new Date().toISOString() }));
  return file(paper, { name: `${key}-v${version.version}.html`, etag: `"${version.hash}/${locale()}"` });
}

/** Shown where it is opened, saved where a link says so. */
const file = (checklist: Checklist, { name, etag }: { name: string; etag: string }): Response =>
  new Response(checklistHtml(checklist), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": `inline; filename="${name}"`,
      "content-security-policy": PAPER_POLICY,
      "cache-control": "no-store",
      etag,
    },
  });
