import "server-only";
import pino from "pino";
import { env } from "#lib/server/env.ts";

/** Structured lines on standard output; the launcher keeps them in a file. */
export const log = pino({ level: env("LOG_LEVEL"), base: null, serializers: { error: describeError } });

/** What helps to find a fault; a driver's error carries its whole connection, which does not. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const code = "code" in error ? error.code : undefined;
  return { name, message, code, stack, cause: cause === undefined ? undefined : describeError(cause) };
}
