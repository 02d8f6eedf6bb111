import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { CommandResult } from "#lib/contract/runs.ts";
import type { Actor } from "#lib/domain/actor.ts";
import type { Command, Report } from "#lib/domain/run/command.ts";
import { decide } from "#lib/domain/run/decide.ts";
import { namedIn } from "#lib/domain/run/decide-people.ts";
import { lockWords, type Rejection, sentence } from "#lib/domain/run/rejection.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { AppError } from "#lib/server/errors.ts";
import { announce } from "#lib/server/live/run-feed.ts";
import { activePeople } from "#lib/server/people/active.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { ring } from "#lib/server/queue.ts";
import { causeEffects } from "#lib/server/runs/effects.ts";
import { readLocks } from "#lib/server/runs/locks.ts";
import { rememberRun } from "#lib/server/runs/recent.ts";
import { eventsOfKey, lockRun, writeRun } from "#lib/server/runs/store.ts";
import { inTurn } from "#lib/server/runs/turns.ts";
import { transaction } from "#lib/server/transaction.ts";

/** The answer to a command, and the run as it is after it (with a repeated key: as it is now). */
export type Executed = { result: CommandResult; run: Run };

/**
 * The only way a run changes, for people and for workers: lock the run's row, decide, write the events and what they
 * changed and caused, commit, tell. The same key twice gives the first answer.
 * @throws AppError `not_found`, `refused` with the rule's name, `forbidden`, `key_reused`
 */
export const execute = (
  actor: Actor,
  runId: string,
  command: Command | Report,
  more: string | More = {},
): Promise<Executed> => {
  const { key, also } = typeof more === "string" ? { key: more, also: undefined } : more;
  return inTurn(runId, () => executeNow({ actor, runId, command, key, also }));
};

/** The caller's idempotency key, and what else is written in the same transaction when the command is accepted. */
type More = { key?: string | undefined; also?: readonly { text: string; values: unknown[] }[] | undefined };

type Asked = More & { actor: Actor; runId: string; command: Command | Report };

async function executeNow({ actor, runId, command, key, also = [] }: Asked): Promise<Executed> {
  const asked = key === undefined ? null : { key, digest: digestOf(actor, command) };
  let queued = false;
  const executed = await transaction(async (tx): Promise<Executed> => {
    const locked = await lockRun(tx, runId);
    if (!locked) throw new AppError("not_found", "There is no such run.");
    const { run: before, head, now } = locked;
    const earlier = asked && (await eventsOfKey(tx, runId, asked.key));
    if (earlier) return { result: repeat(earlier, asked.digest), run: before };
    const procedure = await frozenProcedure(before.procedureId, tx);
    const locks = command.type === "run.start" ? await readLocks(tx, procedure, before) : [];
    const people = await activePeople(tx, namedIn(command));
    const decision = decide({ procedure, run: before, actor, now, locks, people }, command);
    if (!decision.ok) throw refusal(decision.rejection);
    const { events, run: after } = decision;
    await writeRun(tx, { before, after, head, events, key: asked });
    for (const statement of also) await tx.query(statement);
    queued = await causeEffects(tx, { before, after, events, secrets: secretsOf(command) });
    return { result: { seq: after.seq, events, repeated: false }, run: after };
  });
  rememberRun(executed.run);
  if (!executed.result.repeated) announce(runId, executed.result.events);
  if (queued) ring();
  return executed;
}

const secretsOf = (command: Command | Report): Readonly<Record<string, string>> =>
  ("secrets" in command && command.secrets) || {};

/** Without the values of secrets: a short one could be guessed from its digest. */
function digestOf(actor: Actor, command: Command | Report): string {
  const said = "secrets" in command ? { ...command, secrets: Object.keys(secretsOf(command)).sort() } : command;
  return createHash("sha256")
    .update(canonicalize({ actor: withoutPlace(actor), command: said }) ?? "")
    .digest("hex");
}

/** Whoever asks again from elsewhere asks the same. */
const withoutPlace = ({ ...actor }: Actor): Actor => {
  if ("from" in actor) delete actor.from;
  return actor;
};

function repeat(earlier: { digest: string; events: CommandResult["events"] }, digest: string): CommandResult {
  if (earlier.digest !== digest) {
    throw new AppError(
      "key_reused",
      "This key was used before, for another command or by somebody else. Use a new one.",
    );
  }
  return { seq: earlier.events.at(-1)?.seq ?? 0, events: earlier.events, repeated: true };
}

/** A refusal of the rule as the one error that leaves the server. */
export function refusal(rejection: Rejection, remedy?: string): AppError {
  const code = rejection.code === "not_permitted" ? "forbidden" : "refused";
  const words =
    remedy && rejection.code === "run_locked" ? `${lockWords(rejection.locks)}. ${remedy}` : sentence(rejection);
  return new AppError(code, words, {
    rejection: rejection.code,
    ...("by" in rejection && { by: rejection.by.name, at: rejection.at }),
    ...(rejection.code === "run_locked" && { locks: rejection.locks }),
  });
}
