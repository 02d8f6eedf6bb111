import type { z } from "zod";
import type { Permission } from "#lib/domain/roles.ts";

/** What a caller must hold. `in_person`: any role, but a session and no token. `public`: nobody need be signed in. */
export type Access = Permission | "in_person" | "public";

/**
 * One HTTP operation. The route handler, the browser's client and the OpenAPI description are all derived from this
 * value. `params` are the path's and the query's; `path` names the path's as `{name}`.
 */
export type Endpoint<
  Params extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
  Needs extends Access = Access,
> = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: `/api/${string}`;
  summary: string;
  permission: Needs;
  params: Params;
  body: Body;
  response: Response;
  /** The media type of an answer that is not JSON; its handler makes the Response itself. */
  produces?:
    | "text/event-stream"
    | "text/plain"
    | "text/csv"
    | "text/html"
    | "application/yaml"
    | "application/x-ndjson"
    | "application/octet-stream";
  /** The media type of a body that is not JSON: bytes as they are, and how many at most. */
  accepts?: "application/octet-stream";
};

export type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType>;

/** Keeps literals: by `method` and `path` the browser names it, by `permission` a handler knows who is signed in. */
export const endpoint = <const Declared extends AnyEndpoint>(declared: Declared) => declared;
