import { randomUUID } from "node:crypto";
import type { Person } from "#lib/domain/actor.ts";
import { outline } from "#lib/domain/outline.ts";
import { Procedure } from "#lib/domain/procedure.ts";
import type { Role } from "#lib/domain/roles.ts";
import type { Mode, Run } from "#lib/domain/run/state.ts";
import { db } from "#lib/server/db.ts";
import { createRun } from "#lib/server/runs/create.ts";

/** What database tests of runs begin with. Everything is really there; nothing is shared between tests. */

export async function person(role: Role, name = `A ${role}`): Promise<Person> {
  const id = randomUUID();
  await db().user.create({ data: { id, name, email: `${id}@example.com`, role } });
  return { kind: "person", id, name, role };
}

export async function site(parameters: Record<string, string | string[]> = {}): Promise<string> {
  const key = `site-${randomUUID()}`;
  const { id } = await db().site.create({ data: { key, name: key, place: "nowhere", parameters } });
  return id;
}

/** A chain of manual steps, each waiting for the one before it. */
export const chain = (length: number): unknown => ({
  format: "switchover-procedure/1",
  key: "chain",
  title: "A chain of steps",
  roles: [{ key: "source", title: "Source" }],
  phases: [
    {
      title: "All",
      steps: Array.from({ length }, (_, i) => ({
        number: String(i + 1),
        title: `Step ${i + 1}`,
        kind: "manual",
        roles: ["source"],
      })),
    },
  ],
});

/** One automated step that runs `argv` where its site is. */
export const oneCommand = (
  argv: string[],
  more: Record<string, unknown> = {},
  ofStep: Record<string, unknown> = {},
): unknown => ({
  format: "switchover-procedure/1",
  key: "one-command",
  title: "One command",
  roles: [{ key: "source", title: "Source" }],
  phases: [
    {
      title: "All",
      steps: [
        { number: "1", title: "Run it", kind: "automated", roles: ["source"], action: { argv, ...more }, ...ofStep },
      ],
    },
  ],
});

export async function published(document: unknown): Promise<string> {
  const id = randomUUID();
  const parsed = Procedure.parse(document);
  const procedure = { ...parsed, key: `${parsed.key}-${id.slice(0, 8)}` };
  const hash = id.replaceAll("-", "").repeat(2);
  const { key, title } = procedure;
  const stepCount = outline(procedure).steps.length;
  const data = { id, key, version: 1, hash, title, stepCount, document: procedure, publishedBy: "a test" };
  await db().procedureVersion.create({ data });
  return id;
}

/** A started run of the document, with every role at one site. */
export async function started(actor: Person, document: unknown, mode: Mode = "live"): Promise<Run> {
  const procedureId = await published(document);
  const { roles } = Procedure.parse(document);
  const place = await site();
  const sites = Object.fromEntries(roles.map(({ key }) => [key, place]));
  const { run } = await createRun(actor, {
    procedureId,
    mode,
    type: "planned",
    sites,
    facts: {},
    rtoSeconds: null,
    start: true,
  });
  return run;
}
