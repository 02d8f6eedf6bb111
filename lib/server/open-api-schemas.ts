import "server-only";
import { z } from "zod";
import * as checks from "#lib/contract/checks.ts";
import * as drafts from "#lib/contract/drafts.ts";
import * as health from "#lib/contract/health.ts";
import * as notices from "#lib/contract/notices.ts";
import * as people from "#lib/contract/people.ts";
import * as problem from "#lib/contract/problem.ts";
import * as procedures from "#lib/contract/procedures.ts";
import * as runs from "#lib/contract/runs.ts";
import * as savedFilters from "#lib/contract/saved-filters.ts";
import * as sites from "#lib/contract/sites.ts";
import * as workers from "#lib/contract/workers.ts";
import * as actor from "#lib/domain/actor.ts";
import * as condition from "#lib/domain/condition.ts";
import * as formats from "#lib/domain/notify/formats.ts";
import * as message from "#lib/domain/notify/message.ts";
import * as procedure from "#lib/domain/procedure.ts";
import * as verdict from "#lib/domain/record/verdict.ts";
import * as roles from "#lib/domain/roles.ts";
import * as command from "#lib/domain/run/command.ts";
import * as event from "#lib/domain/run/event.ts";
import * as state from "#lib/domain/run/state.ts";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** `input`: as a client sends it. `output`: as it is answered. */
type Direction = "input" | "output";

const CONTRACT = [health, people, problem, procedures, drafts, runs, savedFilters, sites, workers, checks, notices];
const DOMAIN = [actor, condition, procedure, roles, command, event, state, message, formats, verdict];

/** What contract and domain export by a name becomes a component of that name. */
const named: ReadonlyMap<z.ZodType, string> = new Map(
  [...CONTRACT, ...DOMAIN].flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) =>
      value instanceof z.ZodType && /^[A-Z]/.test(name) ? [[value, name] as const] : [],
    ),
  ),
);

const PREFIX = "#/components/schemas/";
const address = (id: string): string => `${PREFIX}${id}`;
export const reference = (id: string): JsonSchema => ({ $ref: address(id) });

/** The JSON Schema of each of `schemas` in one direction, and of every named one it refers to. */
export function describeSchemas(schemas: readonly z.ZodType[], direction: Direction) {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of named) registry.add(schema, { id });
  for (const [i, schema] of schemas.entries()) if (!registry.has(schema)) registry.add(schema, { id: `unnamed ${i}` });
  const all = z.toJSONSchema(registry, { io: direction, uri: address, override: mend }).schemas;
  for (const schema of Object.values(all)) {
    delete schema.$id;
    delete schema.$schema;
    delete schema.id;
  }
  const described = new Map(
    schemas.map((schema) => {
      const id = registry.get(schema)?.id ?? "";
      return [schema, named.has(schema) ? reference(id) : (all[id] ?? {})];
    }),
  );
  return { described, components: withReferences([...described.values()], all) };
}

/** What JSON Schema cannot know of zod, and what would only be noise. */
function mend({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  const { def } = zodSchema._zod;
  // The pattern of a date and time is 300 characters long; the format says it.
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (def.type === "union" && "discriminator" in def) jsonSchema.discriminator = { propertyName: def.discriminator };
  // An answer may get new fields; only a strict object is closed.
  if (def.type === "object" && def.catchall === undefined) delete jsonSchema.additionalProperties;
}

/** All named schemas that `from` refers to, directly or through others. */
function withReferences(from: readonly JsonSchema[], all: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const found: Record<string, JsonSchema> = {};
  const open = [...from];
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    for (const [, id = ""] of JSON.stringify(schema).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      const target = all[id];
      if (!target || found[id]) continue;
      found[id] = target;
      open.push(target);
    }
  }
  return found;
}
