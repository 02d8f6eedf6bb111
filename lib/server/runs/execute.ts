import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { PoolClient } from "pg";
import type { CommandResult } from "#lib/contract/runs.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { isSpoilt } from "#lib/domain/record/spoilt.ts";
import { askedNow } from "#lib/domain/run/asked-of.ts";
import type { Command, Report } from "#lib/domain/run/command.ts";
import { decide } from "#lib/domain/run/decide/decide.ts";
import { namedIn } from "#lib/domain/run/decide/decide-people.ts";
import type { Heard } from "#lib/domain/run/decide/ruling.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { type Rejection, sentence } from "#lib/domain/run/rejection/rejection.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { AppError } from "#lib/server/errors.ts";
import { announce } from "#lib/server/live/run-feed.ts";
import { whoHears } from "#lib/server/notify/audience.ts";
import { activePeople } from "#lib/server/people/active.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { ring } from "#lib/server/queue.ts";
import { verifyRun } from "#lib/server/record/verify-run.ts";
import { type Caused, causeEffects } from "#lib/server/runs/effects.ts";
import { readLocks } from "#lib/server/runs/locks.ts";
import { rememberRun } from "#lib/server/runs/recent.ts";
import { type AskedKey, type Earlier, eventsOfKeys, lockRun, writeRun } from "#lib/server/runs/store.ts";
import { inTurns } from "#lib/server/runs/turns.ts";
import { transaction } from "#lib/server/transaction.ts";
import { t } from "#lib/words/t.ts";

/** The answer to a command, and the run as it is after it (with a repeated key: as it is now). */
export type Executed = { result: CommandResult; run: Run };

/**
 * The only way a run changes, for people and for workers: lock the run's row, decide, write the events and what they
 * changed and caused, commit, tell. The same key twice gives the first answer.
 * @throws AppError `not_found`, `refused` with the rule's name, `forbidden`, `key_reused`
 */
export async function execute(
  actor: Actor,
  runId: string,
  command: Command | Report,
  more: string | More = {},
): Promise<Executed> {
  const { key, also = [] } = typeof more === "string" ? { key: more } : more;
  const asked = key === undefined ? null : { key, digest: digestOf(actor, command) };
  const everybody = command.type === "people.remind" ? await whoHears("reminder") : [];
  const spoilt = command.type === "report.sign_off" && isSpoilt(await verifyRun(runId));
  return takeTurn(runId, { actor, command, also, asked, everybody, spoilt });
}

/** The caller's idempotency key, and what else is written in the same transaction when the command is accepted. */
type More = { key?: string | undefined; also?: readonly Statement[] | undefined };

type Statement = { text: string; values: unknown[] };

type Ask = {
  actor: Actor;
  command: Command | Report;
  also: readonly Statement[];
  asked: AskedKey | null;
  /** Whom a reminder may be for, read before the run is locked. */
  everybody: readonly Heard[];
  /** Whether what a sign-off is for cannot be believed, read before the run is locked: it may be long. */
  spoilt: boolean;
};

type Settled = PromiseSettledResult<Executed>;

const takeTurn = inTurns<Ask, Executed>(executeTogether);

/** One transaction for all of them. A refusal is that one's alone; a fault makes each try by itself. */
async function executeTogether(runId: string, asks: readonly Ask[]): Promise<Settled[]> {
  let decided = false;
  try {
    const { settled, run, events, queued } = await transaction(async (tx) => {
      const changed = await changeRun(tx, runId, asks);
      decided = true;
      return changed;
    });
    rememberRun(run);
    if (events.length > 0) announce(runId, events);
    if (queued) ring();
    return settled;
  } catch (reason) {
    // What may have been committed is asked again by its key, and by nobody else.
    if (decided || asks.length === 1) return asks.map(() => ({ status: "rejected", reason }));
    const alone: Settled[] = [];
    for (const ask of asks) alone.push(...(await executeTogether(runId, [ask])));
    return alone;
  }
}

type Changed = { settled: Settled[]; run: Run; events: LoggedEvent[]; queued: boolean };

async function changeRun(tx: PoolClient, runId: string, asks: readonly Ask[]): Promise<Changed> {
  const locked = await lockRun(tx, runId);
  if (!locked) throw new AppError("not_found", () => t("There is no such run."));
  const { run: before, head, now } = locked;
  const keys = asks.flatMap(({ asked }) => asked?.key ?? []);
  const earlier = keys.length > 0 ? await eventsOfKeys(tx, runId, keys) : new Map<string, Earlier>();
  const settled: Settled[] = [];
  const parts: (Caused & Pick<Ask, "also" | "asked">)[] = [];
  let run = before;
  for (const { also, asked, ...ask } of asks) {
    try {
      const known = asked && earlier.get(asked.key);
      if (asked && known) {
        settled.push({ status: "fulfilled", value: { result: repeat(known, asked.digest), run } });
        continue;
      }
      const { events, run: after } = await decideOn(tx, { run, now }, ask);
      parts.push({ before: run, after, events, secrets: secretsOf(ask.command), also, asked });
      if (asked) earlier.set(asked.key, { digest: asked.digest, events });
      run = after;
      settled.push({ status: "fulfilled", value: { result: { seq: after.seq, events, repeated: false }, run } });
    } catch (reason) {
      if (!(reason instanceof AppError)) throw reason;
      settled.push({ status: "rejected", reason });
    }
  }
  let queued = false;
  if (parts.length > 0) {
    const procedure = await frozenProcedure(before.procedureId, tx);
    await writeRun(tx, { procedure, before, after: run, head, parts });
  }
  for (const { also, ...caused } of parts) {
    for (const statement of also) await tx.query(statement);
    queued = (await causeEffects(tx, caused)) || queued;
  }
  return { settled, run, events: parts.flatMap(({ events }) => events), queued };
}

async function decideOn(
  tx: PoolClient,
  { run, now }: { run: Run; now: string },
  { actor, command, everybody, spoilt }: Omit<Ask, "also" | "asked">,
): Promise<{ events: LoggedEvent[]; run: Run }> {
  const procedure = await frozenProcedure(run.procedureId, tx);
  const locks = command.type === "run.start" ? await readLocks(tx, procedure, run) : [];
  const people = await activePeople(tx, namedIn(command));
  const asked = command.type === "people.remind" ? askedNow({ procedure, run }, everybody, command.step) : [];
  const decision = decide({ procedure, run, actor, now, locks, people, asked, spoilt }, command);
  if (!decision.ok) throw refusal(decision.rejection);
  return decision;
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

function repeat(earlier: Earlier, digest: string): CommandResult {
  if (earlier.digest !== digest) {
    throw new AppError("key_reused", () =>
      t("This key was used before, for another command or by somebody else. Use a new one."),
    );
  }
  return { seq: earlier.events.at(-1)?.seq ?? 0, events: earlier.events, repeated: true };
}

/** A refusal of the rule as the one error that leaves the server; `said` where another sentence tells what to do. */
export function refusal(rejection: Rejection, said?: () => string): AppError {
  const code = rejection.code === "not_permitted" ? "forbidden" : "refused";
  return new AppError(code, said ?? (() => sentence(rejection)), {
    rejection: rejection.code,
    ...("by" in rejection && { by: rejection.by.name, at: rejection.at }),
    ...(rejection.code === "run_locked" && { locks: rejection.locks }),
  });
}
