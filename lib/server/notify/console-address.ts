import "server-only";
import { env } from "#lib/server/env.ts";

/** Where people reach this console, without a slash at the end. */
export const consoleAddress = (): string => env("BASE_URL").replace(/\/+$/, "");
