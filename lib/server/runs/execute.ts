import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { CommandResult } from "#lib/contract/runs.ts";
import type { Actor } from "#lib/domain/actor.ts";
import type { Command, Report } from "#lib/domain/run/command.ts";
import { decide } from "#lib/domain/run/decide.ts";
import { type Rejection, sentence } from "#lib/domain/run/rejection.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { AppError } from "#lib/server/errors.ts";
import { announce } from "#lib/server/live/run-feed.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { causeEffects } from "#lib/server/runs/effects.ts";
import { rememberRun } from "#lib/server/runs/recent.ts";
import { eventsOfKey, lockRun, writeRun } from "#lib/server/runs/store.ts";
import { transaction } from "#lib/server/transaction.ts";

/** The answer to a command, and the run as it is after it (with a repeated key: as it is now). */
export type Executed = { result: CommandResult; run: Run };

/**
 * The only way a run changes, for people and for workers: lock the run's row, decide, write the events and what they
 * changed and caused, commit, tell. The same key twice gives the first answer.
 * @throws AppError `not_found`, `refused` with the rule's name, `forbidden`, `key_reused`
 */
export async function execute(actor: Actor, runId: string, command: Command | Report, key?: string): Promise<Executed> {
  const asked = key === undefined ? null : { key, digest: digestOf(actor, command) };
  const executed = await transaction(async (tx): Promise<Executed> => {
    const locked = await lockRun(tx, runId);
    if (!locked) throw new AppError("not_found", "There is no such run.");
    const { run: before, now } = locked;
    const earlier = asked && (await eventsOfKey(tx, runId, asked.key));
    if (earlier) return { result: repeat(earlier, asked.digest), run: before };
    const procedure = await frozenProcedure(before.procedureId, tx);
    const decision = decide({ procedure, run: before, actor, now }, command);
    if (!decision.ok) throw refusal(decision.rejection);
    const { events, run: after } = decision;
    await writeRun(tx, { before, after, events, key: asked });
    await causeEffects(tx, runId, events);
    return { result: { seq: after.seq, events, repeated: false }, run: after };
  });
  rememberRun(executed.run);
  if (!executed.result.repeated) announce(runId, executed.result.events);
  return executed;
}

const digestOf = (actor: Actor, command: Command | Report): string =>
  createHash("sha256")
    .update(canonicalize({ actor, command }) ?? "")
    .digest("hex");

function repeat(earlier: { digest: string; events: CommandResult["events"] }, digest: string): CommandResult {
  if (earlier.digest !== digest) {
    throw new AppError(
      "key_reused",
      "This key was used before, for another command or by somebody else. Use a new one.",
    );
  }
  return { seq: earlier.events.at(-1)?.seq ?? 0, events: earlier.events, repeated: true };
}

function refusal(rejection: Rejection): AppError {
  const code = rejection.code === "not_permitted" ? "forbidden" : "refused";
  return new AppError(code, sentence(rejection), {
    rejection: rejection.code,
    ...("by" in rejection && { by: rejection.by.name, at: rejection.at }),
  });
}
