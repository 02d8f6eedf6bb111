import "server-only";
import passwords from "@zxcvbn-ts/language-common/src/passwords.json" with { type: "json" };
import { AppError } from "#lib/server/errors.ts";
import { t } from "#lib/words/t.ts";

/** Those that people choose most, as breaches have shown; the most common first, in small letters. */
const common: ReadonlySet<string> = new Set(passwords);

/**
 * Why somebody who guesses would try this one early, or null. Length alone lets through a common password with a year
 * after it, and one thing typed again and again.
 */
export function weaknessOf(password: string): string | null {
  const whole = password.normalize("NFKC").toLowerCase();
  if (common.has(whole)) return t("is among the most common passwords");
  if (/^(.{1,8}?)\1+.{0,7}$/u.test(whole)) return t("is the same thing repeated");
  const core = whole.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  if (core.length < 4) return t("has hardly any letters");
  return common.has(core) ? t("is a common password with something added") : null;
}

/** Throws `invalid_request` at the field `path` for a password that would be guessed early. */
export function refuseCommonPassword(path: string, password: string): void {
  const weakness = weaknessOf(password);
  if (weakness === null) return;
  const message = t("{weakness}: choose another one, such as a short sentence", { weakness });
  throw new AppError("invalid_request", t("The password {fault}.", { fault: message }), {
    issues: [{ path, message }],
  });
}
