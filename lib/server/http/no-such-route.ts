import "server-only";
import { AppError } from "#lib/server/errors.ts";
import { problemResponse } from "#lib/server/http/problem-response.ts";
import { t } from "#lib/words/t.ts";

/** What is not in the contract, as a problem and not as a page. */
export async function noSuchRoute(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const error = new AppError(
    "not_found",
    t("There is nothing at {path}. /api/openapi.json lists what there is.", { path: pathname }),
  );
  return problemResponse(error, crypto.randomUUID());
}
