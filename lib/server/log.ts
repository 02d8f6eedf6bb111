import "server-only";
import pino from "pino";
import { env } from "#lib/server/env.ts";

/** Structured lines on standard output; the launcher keeps them in a file. */
export const log = pino({ level: env("LOG_LEVEL"), base: null });
