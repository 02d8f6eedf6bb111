import { expect, it } from "vitest";
import { z } from "zod";
import { allEndpoints } from "#lib/contract/all-endpoints.ts";
import type { AnyEndpoint } from "#lib/contract/endpoint.ts";

/** As much of JSON Schema as tells where text may be sent. */
type Node = { [keyword: string]: unknown };

const BOUNDED_FORMATS = ["uuid", "date", "date-time"];

function isBounded({ maxLength, format, pattern, allOf = [] }: Node): boolean {
  if (Array.isArray(allOf) && allOf.some(isBounded)) return true;
  if (typeof maxLength === "number" || BOUNDED_FORMATS.includes(String(format))) return true;
  return (
    typeof pattern === "string" &&
    pattern.endsWith("$") &&
    !/[*+]|\{\d+,\}/.test(pattern.replaceAll(/\[[^\]]*\]/g, "x"))
  );
}

/** The places under a schema where text of any length could be sent. */
function unlimited(node: unknown, path: string): string[] {
  if (Array.isArray(node)) return node.flatMap((inner, i) => unlimited(inner, `${path}/${i}`));
  if (typeof node !== "object" || node === null) return [];
  const schema = node as Node;
  const own =
    [schema.type].flat().includes("string") && !("enum" in schema) && !("const" in schema) && !isBounded(schema)
      ? [path]
      : [];
  return [...own, ...Object.entries(schema).flatMap(([keyword, inner]) => unlimited(inner, `${path}/${keyword}`))];
}

const sentBy = ({ params, body }: AnyEndpoint): Node[] =>
  [params, body].map((schema) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));

it.each(allEndpoints)("every text that is sent to $name has a longest length", ({ endpoint }) => {
  expect(sentBy(endpoint).flatMap((schema) => unlimited(schema, ""))).toEqual([]);
});

it("text without a longest length would be found, wherever it is", () => {
  const open = z.object({
    plain: z.string(),
    list: z.array(z.union([z.number(), z.string()])),
    keys: z.record(z.string().regex(/^[a-z]+$/), z.uuid()),
    short: z.string().max(5),
    word: z.string().regex(/^[a-z]{1,9}$/),
  });
  expect(unlimited(z.toJSONSchema(open), "")).toEqual([
    "/properties/plain",
    "/properties/list/items",
    "/properties/keys/propertyNames",
  ]);
});
