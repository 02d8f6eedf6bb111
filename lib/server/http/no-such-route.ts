import "server-only";
import { AppError } from "#lib/server/errors.ts";
import { problemResponse } from "#lib/server/http/problem-response.ts";

/** What is not in the contract, as a problem and not as a page. */
export async function noSuchRoute(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const error = new AppError("not_found", `There is nothing at ${pathname}. /api/openapi.json lists what there is.`);
  return problemResponse(error, crypto.randomUUID());
}
