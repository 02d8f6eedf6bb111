import "server-only";
import { AppError } from "#lib/server/errors.ts";
import { t } from "#lib/words/t.ts";

/**
 * A request that changes something comes from our own pages or from a program, never from another site's page. Browsers
 * always send Sec-Fetch-Site or Origin with one; programs send neither.
 */
export function refuseForeignOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const foreign =
    site !== null ? site !== "same-origin" : origin !== null && hostOf(origin) !== request.headers.get("host");
  if (foreign) throw new AppError("forbidden", t("This request comes from another site."));
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
