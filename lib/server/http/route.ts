import "server-only";
import type { z } from "zod";
import type { Access, AnyEndpoint, Endpoint } from "#lib/contract/endpoint.ts";
import type { Person } from "#lib/domain/actor.ts";
import { LARGEST_FILE_BYTES } from "#lib/domain/evidence-limits.ts";
import { mayDo } from "#lib/domain/grants.ts";
import { AppError } from "#lib/server/errors.ts";
import { parse } from "#lib/server/http/parse.ts";
import { problemResponse } from "#lib/server/http/problem-response.ts";
import { readBytes } from "#lib/server/http/read-bytes.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { refuseForeignOrigin } from "#lib/server/http/same-origin.ts";
import { rightsOf } from "#lib/server/rights.ts";
import { authenticate, hasRunOut } from "#lib/server/session.ts";
import { t } from "#lib/words/t.ts";

/** What a handler is given. Nobody is looked up for a public endpoint. */
export type Call<Params, Body, Needs> = {
  actor: Needs extends "public" ? null : Person;
  params: Params;
  body: Body;
  request: Request;
};

type Context = { params: Promise<Record<string, string | string[] | undefined>> };

/** Every route, in this order: same origin, who, may they, is it well-formed, do it, is the answer, or a problem. */
export function route<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType, N extends Access>(
  endpoint: Endpoint<P, B, R, N>,
  handler: (call: Call<z.output<P>, z.output<B>, N>) => Promise<z.input<R>>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    const requestId = crypto.randomUUID();
    try {
      refuseForeignOrigin(request);
      const actor = await authorize(endpoint, request);
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const params = parse(endpoint.params, { ...query, ...(await context.params) });
      const body = parse(endpoint.body, await bodyOf(endpoint, request, actor));
      if (request.method === "HEAD" && endpoint.produces === "text/event-stream") return noStream(requestId);
      const call = { actor, params, body, request } as Call<z.output<P>, z.output<B>, N>;
      return withRights(answer(endpoint, await handler(call), requestId), actor);
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

/** An open page learns by any answer that its reader's role was changed. */
function withRights(response: Response, actor: Person | null): Response {
  if (actor && !actor.token) response.headers.set("x-rights", rightsOf(actor));
  return response;
}

function bodyOf({ method, accepts }: AnyEndpoint, request: Request, actor: Person | null): Promise<unknown> {
  if (method === "GET") return Promise.resolve(undefined);
  return accepts ? readBytes(request, LARGEST_FILE_BYTES) : readJson(request, actor);
}

/** Next.js answers HEAD by GET; nobody would ever close the stream. */
const noStream = (requestId: string): Response =>
  new Response(null, { headers: { "content-type": "text/event-stream", "x-request-id": requestId } });

async function authorize({ permission, produces }: AnyEndpoint, request: Request): Promise<Person | null> {
  if (permission === "public") return null;
  const actor = await authenticate(request);
  if (!actor) {
    const ranOut = await hasRunOut(request);
    throw new AppError("unauthenticated", t("Sign in first."), ranOut ? { ranOut } : {});
  }
  // A browser's stream has no headers to say it in.
  const asked = produces === "text/event-stream" ? new URL(request.url).searchParams.get("reader") : null;
  const reader = request.headers.get("x-reader") ?? asked;
  if (reader !== null && reader !== actor.id) {
    throw new AppError("unauthenticated", t("Somebody else is signed in in this browser now. Reload this page."));
  }
  if (permission === "in_person") {
    if (actor.token) throw new AppError("forbidden", t("A token cannot do this: sign in for it."));
  } else if (!mayDo(actor, permission)) {
    const said = { role: t(actor.role), permission };
    throw new AppError(
      "forbidden",
      actor.token
        ? t("The token {token} of a person with the role ({role}) does not allow this: it needs {permission}.", {
            token: actor.token.name,
            ...said,
          })
        : t("Your role ({role}) does not allow this: it needs {permission}.", said),
    );
  }
  return actor;
}

function answer(endpoint: AnyEndpoint, result: unknown, requestId: string): Response {
  const value = endpoint.response.parse(result);
  if (value instanceof Response) {
    value.headers.set("x-request-id", requestId);
    value.headers.set("x-content-type-options", "nosniff"); // output of commands stays text
    return value;
  }
  // The clock of whoever asks may be wrong. Not with answers that a browser keeps: it would hear of that time again.
  const serverAt = String(Date.now());
  const headers = { "x-request-id": requestId, "cache-control": "no-store", "x-server-at": serverAt };
  return value === undefined ? new Response(null, { status: 204, headers }) : Response.json(value, { headers });
}
