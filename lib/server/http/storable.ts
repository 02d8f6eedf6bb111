import "server-only";
import { AppError } from "#lib/server/errors.ts";
import { t } from "#lib/words/t.ts";

/**
 * Refuses text that PostgreSQL cannot hold, wherever it is in what was sent: NUL and halves of character pairs. Without
 * recursion, because JSON of a few bytes can be nested deeper than the stack.
 */
export function refuseUnstorable(sent: unknown): void {
  const open: { path: string; value: unknown }[] = [{ path: "", value: sent }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, value } = next;
    if (typeof value === "string") refuseText(value, path);
    if (typeof value !== "object" || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      refuseText(name, path);
      open.push({ path: path === "" ? name : `${path}.${name}`, value: inner });
    }
  }
}

function refuseText(text: string, path: string): void {
  if (text.isWellFormed() && !text.includes("\0")) return;
  const message = t("This text holds NUL or half of a character pair: remove it");
  throw new AppError("invalid_request", t("{field}: {fault}.", { field: path || t("The request"), fault: message }), {
    issues: [{ path, message }],
  });
}
