import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { type JsonSchema, reference } from "#lib/server/open-api-schemas.ts";

type Components = Record<string, JsonSchema>;
export type Described = { described: Map<z.ZodType, JsonSchema>; components: Components };

/**
 * What is sent otherwise than it is answered, because a field with a default may be left out, has a name of its own:
 * `StepSent` beside `Step`. So has everything that holds such a thing.
 */
export function sentApart(sent: Described, answered: Components): Described {
  const apart = differing(sent.components, answered);
  const rename = (schema: JsonSchema): JsonSchema =>
    JSON.parse(JSON.stringify(schema), (key, value) => (key === "$ref" && apart.get(value)) || value);
  const components = Object.entries(sent.components).map(([id, schema]) => [
    apart.has(refOf(id)) ? `${id}Sent` : id,
    rename(schema),
  ]);
  return {
    described: new Map([...sent.described].map(([schema, json]) => [schema, rename(json)])),
    components: Object.fromEntries(components),
  };
}

const refOf = (id: string): string => reference(id).$ref ?? "";

/** The references that need another name, and that name. */
function differing(sent: Components, answered: Components): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const both = Object.entries(sent).filter(([id]) => answered[id]);
  const holds = (schema: JsonSchema) => [...found.keys()].some((ref) => JSON.stringify(schema).includes(`"${ref}"`));
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [id, schema] of both) {
      if (holds(schema) || !isDeepStrictEqual(schema, answered[id])) found.set(refOf(id), refOf(`${id}Sent`));
    }
  }
  return found;
}
