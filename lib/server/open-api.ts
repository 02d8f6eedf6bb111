import "server-only";
import { z } from "zod";
import { allEndpoints } from "#lib/contract/all-endpoints.ts";
import type { AnyEndpoint } from "#lib/contract/endpoint.ts";
import { Problem } from "#lib/contract/problem.ts";
import { describeSchemas, type JsonSchema, reference } from "#lib/server/open-api-schemas.ts";
import { sentApart } from "#lib/server/open-api-sent.ts";
import { sessionCookie } from "#lib/server/session.ts";

type Json = Record<string, unknown>;

let description: Json | undefined;

/** The contract as an OpenAPI 3.1 document, made once a process. */
export function describeApi(): Json {
  description ??= build();
  return description;
}

function build(): Json {
  const all = allEndpoints.map(({ endpoint }) => endpoint);
  const answered = describeSchemas([Problem, ...all.map(({ response }) => response)].filter(isJson), "output");
  const asSent = describeSchemas(all.flatMap(({ params, body }) => [params, body]).filter(isJson), "input");
  const sent = sentApart(asSent, answered.components);
  const paths = Map.groupBy(allEndpoints, ({ endpoint }) => endpoint.path);
  const operation = ({ name, endpoint }: (typeof allEndpoints)[number]): [string, Json] => [
    endpoint.method.toLowerCase(),
    {
      operationId: name,
      summary: endpoint.summary,
      tags: [endpoint.path.split("/")[2]],
      ...access(endpoint),
      parameters: parameters(endpoint.path, sent.described.get(endpoint.params)),
      ...requestBody(endpoint, sent.described.get(endpoint.body)),
      responses: { ...success(endpoint, answered.described.get(endpoint.response)), ...failure },
    },
  ];
  return {
    openapi: "3.1.1",
    info: { title: "Switchover console", version: "1", description: "Everything the pages can do." },
    servers: [{ url: "/" }],
    paths: Object.fromEntries(
      [...paths].map(([path, operations]) => [path, Object.fromEntries(operations.map(operation))]),
    ),
    components: {
      schemas: merge(sent.components, answered.components),
      responses: { Problem: answer("What is wrong (RFC 9457)", "application/problem+json", reference("Problem")) },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: sessionCookie().name },
        token: { type: "http", scheme: "bearer" },
      },
    },
  };
}

/** Neither nothing nor a Response that its handler makes itself. */
const isJson = (schema: z.ZodType): boolean => !(schema instanceof z.ZodUndefined || schema instanceof z.ZodCustom);

const answer = (about: string, mediaType: string, schema: JsonSchema) => ({
  description: about,
  content: { [mediaType]: { schema } },
});

const failure = Object.fromEntries(
  ["4XX", "5XX"].map((status) => [status, { $ref: "#/components/responses/Problem" }]),
);

function access({ permission }: AnyEndpoint): Json {
  if (permission === "public") return { security: [] };
  const ways = permission === "in_person" ? [{ session: [] }] : [{ session: [] }, { token: [] }];
  return { security: ways, "x-permission": permission };
}

function parameters(path: string, schema: JsonSchema | undefined): Json[] {
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => {
    const inPath = path.includes(`{${name}}`);
    const required = inPath || (schema?.required?.includes(name) ?? false);
    return { name, in: inPath ? "path" : "query", required, schema: property };
  });
}

function requestBody({ accepts }: AnyEndpoint, schema: JsonSchema | undefined): Json {
  if (accepts) return { requestBody: { required: true, content: { [accepts]: { schema: {} } } } };
  return schema ? { requestBody: { required: true, content: { "application/json": { schema } } } } : {};
}

function success({ produces }: AnyEndpoint, schema: JsonSchema | undefined): Json {
  if (schema) return { 200: answer("Done", "application/json", schema) };
  return produces ? { 200: answer("Done", produces, { type: "string" }) } : { 204: { description: "Done" } };
}

/** One component for each name. */
const merge = (sent: Record<string, JsonSchema>, answered: Record<string, JsonSchema>): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries({ ...sent, ...answered }).sort(([a], [b]) => (a < b ? -1 : 1)));
