import "server-only";
import type { CommandResult } from "#lib/contract/runs.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { AppError } from "#lib/server/errors.ts";
import { decisionLimit } from "#lib/server/people/sign-in-limit.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { runId } from "#lib/server/runs/read.ts";

/** What decides whether others may go on. */
const DECIDES: ReadonlySet<Command["type"]> = new Set([
  "step.approve",
  "step.reject",
  "step.release",
  "gate.vote",
  "gate.decide",
  "gate.break",
]);

/**
 * A command that came over HTTP. Decisions that are refused again and again are limited by person and by address: whoever
 * tries which of them the console would take has to wait.
 * @throws AppError as `execute`, and `too_many_requests`
 */
export async function sendCommand(
  actor: Person,
  reference: string,
  { command, key }: { command: Command; key?: string | undefined },
): Promise<CommandResult> {
  const id = await runId(reference);
  if (!DECIDES.has(command.type)) return (await execute(actor, id, command, key)).result;
  let refusal: AppError | undefined;
  const executed = await decisionLimit().attempt({ account: actor.id, address: actor.from ?? null }, () =>
    execute(actor, id, command, key).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      refusal = error;
      return null;
    }),
  );
  if (!executed) throw refusal ?? new Error("A command was neither done nor refused.");
  return executed.result;
}
