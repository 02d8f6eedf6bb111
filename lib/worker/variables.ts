import type { Shown } from "#lib/domain/argument.ts";
import { faultTold } from "#lib/server/fault-told.ts";
import type { Hidden } from "#lib/worker/executor.ts";

export type Variables = { ok: true; variables: Record<string, string> } | { ok: false; message: string };

/** The variables of a command in clear; or in a sentence why one of them is not to be had. */
export async function variablesOf(
  env: Readonly<Record<string, Shown>> | undefined,
  hidden: Hidden,
): Promise<Variables> {
  try {
    const pairs = Object.entries(env ?? {}).map(async ([name, value]) => [name, await clear(value, hidden)] as const);
    return { ok: true, variables: Object.fromEntries(await Promise.all(pairs)) };
  } catch (error) {
    return { ok: false, message: faultTold(error) };
  }
}

export async function clear(value: Shown, hidden: Hidden): Promise<string> {
  if (typeof value === "string") return value;
  return "secret" in value ? hidden.secret(value.secret) : await hidden.credential(value.credential);
}
