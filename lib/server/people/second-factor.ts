import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Person } from "#lib/domain/actor.ts";
import { database, db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { demandPassword, hasPassword } from "#lib/server/people/passwords.ts";
import { openSealed, seal } from "#lib/server/people/sealed.ts";
import { t } from "#lib/words/t.ts";

/** One-time codes of an authenticator (RFC 6238) beside the password, and recovery codes for when it is lost. */

const PERIOD_SECONDS = 30;
const RECOVERY_CODES = 10;
const PURPOSE = "second factor";

const totp = (secret: Secret, label = "") =>
  new TOTP({ issuer: "Switchover console", label, secret, digits: 6, period: PERIOD_SECONDS });

export async function readSecondFactor(
  person: Person,
): Promise<{ since: string | null; recoveryCodes: number; authenticator: boolean; possible: boolean }> {
  const [row, possible] = await Promise.all([
    db().secondFactor.findUnique({ where: { userId: person.id } }),
    hasPassword(person.id),
  ]);
  return {
    since: row?.confirmedAt?.toISOString() ?? null,
    recoveryCodes: row?.recovery.length ?? 0,
    authenticator: row?.confirmedAt != null && secretIn(row.secret) !== null,
    possible,
  };
}

/** Makes a secret that counts from when it is confirmed. Throws `conflict` where one counts already. */
export async function beginSecondFactor(person: Person, password: string): Promise<{ secret: string; uri: string }> {
  await demandPassword(person, password);
  const secret = new Secret({ size: 20 });
  const { rowCount } = await database().pool.query(
    `insert into second_factor (user_id, secret) values ($1, $2)
     on conflict (user_id) do update set secret = excluded.secret, last_step = 0, created_at = now()
     where second_factor.confirmed_at is null`,
    [person.id, seal(secret.base32, PURPOSE)],
  );
  if (rowCount === 0) throw new AppError("conflict", t("One-time codes are already on. Turn them off first."));
  return { secret: secret.base32, uri: totp(secret, person.name).toString() };
}

/** From here on it is asked for. Answers the recovery codes, of which only hashes are kept. Throws `invalid_request` for a wrong code. */
export async function confirmSecondFactor(person: Person, code: string): Promise<{ recoveryCodes: string[] }> {
  const row = await db().secondFactor.findUnique({ where: { userId: person.id } });
  const secret = row && secretIn(row.secret);
  if (!secret || row.confirmedAt) throw new AppError("conflict", t("There is no new secret to confirm. Begin again."));
  const step = stepOf(secret, code);
  if (step === null) {
    const message = t("This is not the code that your authenticator shows now. Its clock may be wrong.");
    throw new AppError("invalid_request", message, { issues: [{ path: "code", message }] });
  }
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await db().secondFactor.update({
    where: { userId: person.id },
    data: { confirmedAt: new Date(), lastStep: step, recovery: recoveryCodes.map(hashOf) },
  });
  log.info({ actor: person.id }, "a second factor was confirmed");
  return { recoveryCodes };
}

export async function endSecondFactor(person: Person, password: string): Promise<undefined> {
  await demandPassword(person, password);
  await db().secondFactor.deleteMany({ where: { userId: person.id } });
  log.info({ actor: person.id }, "a second factor was ended by its owner");
}

/** For a person who has lost the authenticator. Their sessions end. Throws `not_found` where nothing is asked for. */
export async function resetSecondFactor(actor: Person, userId: string): Promise<undefined> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.secondFactor.deleteMany({ where: { userId } });
    if (count === 0) throw new AppError("not_found", t("One-time codes are not on for this person."));
    await tx.session.deleteMany({ where: { userId } });
  });
  log.info({ actor: actor.id, user: userId }, "a second factor was reset");
}

/** Which codes this person is asked for; null: none. `recovery`: the secret of the authenticator cannot be read any more. */
export async function codesAskedOf(userId: string): Promise<"any" | "recovery" | null> {
  const row = await db().secondFactor.findUnique({ where: { userId } });
  if (row?.confirmedAt == null) return null;
  return secretIn(row.secret) === null ? "recovery" : "any";
}

/** Takes a code of the authenticator or a recovery code; each is taken once, whoever comes at the same time. */
export async function takeCode(userId: string, code: string): Promise<boolean> {
  const row = await db().secondFactor.findUnique({ where: { userId } });
  if (!row) return false;
  const secret = secretIn(row.secret);
  const step = secret && stepOf(secret, code);
  const { rowCount } =
    step === null
      ? await database().pool.query(
          `update second_factor set recovery = array_remove(recovery, $2) where user_id = $1 and $2 = any(recovery)`,
          [userId, hashOf(code)],
        )
      : await database().pool.query("update second_factor set last_step = $2 where user_id = $1 and last_step < $2", [
          userId,
          step,
        ]);
  return rowCount === 1;
}

/** The thirty seconds that the code is of: these, the ones before or the ones after. Null: of none of them. */
function stepOf(secret: Secret, code: string): number | null {
  const token = code.normalize("NFKC").replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = Date.now();
  const delta = totp(secret).validate({ token, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1_000 / PERIOD_SECONDS) + delta;
}

/** Null where it was sealed by another `AUTH_SECRET`, which was lost: no code of the authenticator can be checked. */
function secretIn(sealed: string): Secret | null {
  try {
    return Secret.fromBase32(openSealed(sealed, PURPOSE));
  } catch (error) {
    log.warn({ error }, "the secret of an authenticator cannot be opened with this AUTH_SECRET");
    return null;
  }
}

/** "k3m9-x7qd-2p4f": sixty bits, none of them a letter that is taken for a digit. */
function newRecoveryCode(): string {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  const word = [...randomBytes(12)].map((byte) => letters[byte & 31]).join("");
  return word.replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3");
}

const hashOf = (code: string): string =>
  createHash("sha256")
    .update(
      code
        .normalize("NFKC")
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, ""),
    )
    .digest("hex");
