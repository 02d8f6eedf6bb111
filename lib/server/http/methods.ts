import "server-only";
import { AppError } from "#lib/server/errors.ts";
import { problemResponse } from "#lib/server/http/problem-response.ts";
import { t } from "#lib/words/t.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof METHODS)[number];
type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

/**
 * What a route file exports: a handler for every method there is. One that the path does not have is refused with a
 * problem that says which it has; left to Next.js, it would be refused without a word.
 */
export function methods(
  served: Partial<Record<Exclude<Method, "HEAD" | "OPTIONS">, Handler>>,
): Record<Method, Handler> {
  const allow = [...Object.keys(served), ...(served.GET ? ["HEAD"] : []), "OPTIONS"].sort().join(", ");
  const refuse: Handler = async (request) => {
    const { pathname: path } = new URL(request.url);
    const message = t("{path} has no {method}: it has {allow}.", { path, method: request.method, allow });
    const response = problemResponse(new AppError("method_not_allowed", message), crypto.randomUUID());
    response.headers.set("allow", allow);
    return response;
  };
  const options: Handler = async () => new Response(null, { status: 204, headers: { allow } });
  return {
    GET: served.GET ?? refuse,
    HEAD: served.GET ?? refuse,
    POST: served.POST ?? refuse,
    PUT: served.PUT ?? refuse,
    PATCH: served.PATCH ?? refuse,
    DELETE: served.DELETE ?? refuse,
    OPTIONS: options,
  };
}
