import type { z } from "zod";
import type { Permission } from "#lib/domain/roles.ts";

/**
 * One HTTP operation. The route handler, the browser's client and the OpenAPI description are all derived from this
 * value. `params` are the path's and the query's; `path` names the path's as `{name}`.
 */
export type Endpoint<Params extends z.ZodType, Body extends z.ZodType, Response extends z.ZodType> = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: `/api/${string}`;
  summary: string;
  /** What the caller must hold. `signed_in`: any role. `public`: nobody need be signed in. */
  permission: Permission | "signed_in" | "public";
  params: Params;
  body: Body;
  response: Response;
  /** The media type of an answer that is not JSON; its handler makes the Response itself. */
  produces?: "text/event-stream" | "text/plain" | "application/yaml";
};

export const endpoint = <P extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(e: Endpoint<P, B, R>) => e;
