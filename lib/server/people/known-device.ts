import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "#lib/server/env.ts";
import { cookieOfRequest } from "#lib/server/http/cookie.ts";
import { sessionCookie } from "#lib/server/session.ts";

const HALF_A_YEAR = 180 * 24 * 3_600;

const name = (): string => (sessionCookie().secure ? "__Host-device" : "device");

/** Bound to the account: what it is good for, it is good for there alone. */
const sign = (email: string, device: string): Buffer =>
  createHmac("sha256", env("AUTH_SECRET")).update(`known device\n${email}\n${device}`).digest();

/**
 * The browser's name, where somebody has signed in with this account from it before; else null. Its failures are counted
 * apart, so that guesses from anywhere else do not lock its owner out. It proves nothing more than that.
 */
export function knownDevice(request: Request, email: string): string | null {
  const [device, signature] = cookieOfRequest(request, name())?.split(".") ?? [];
  if (!device || !signature) return null;
  const expected = sign(email, device);
  const given = Buffer.from(signature, "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected) ? device : null;
}

/** The cookie that makes the browser known to this account. */
export function deviceCookie(email: string): string {
  const device = randomBytes(16).toString("base64url");
  const value = `${device}.${sign(email, device).toString("base64url")}`;
  const secure = sessionCookie().secure ? "; Secure" : "";
  return `${name()}=${value}; Max-Age=${HALF_A_YEAR}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
