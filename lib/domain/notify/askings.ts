import type { Person } from "#lib/domain/actor.ts";
import type { NoticeKind } from "#lib/domain/notify/message.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { isCommanded, nameIn } from "#lib/domain/run/able.ts";
import { askWords } from "#lib/domain/run/ask-words.ts";
import { askedOf, successors } from "#lib/domain/run/asked-of.ts";
import { digest, type Need, type Waiting } from "#lib/domain/run/digest.ts";
import { doable } from "#lib/domain/run/doable.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** Something that a run asks of people now. */
export type Asking = { kind: NoticeKind; step?: string; words: string; overheard?: string; of: string[] };

const kinds: Record<Need, NoticeKind> = {
  start: "step_ready",
  request: "step_ready",
  confirm: "step_ready",
  take_over: "step_ready",
  approve: "decision_asked",
  vote: "decision_asked",
  go: "decision_asked",
  release: "decision_asked",
  answer: "decision_asked",
  decide: "step_trouble",
  help: "help_asked",
};

/** All that a run asks now, by a name that stays the same as long as the same is asked. */
export function askings(procedure: Procedure, run: Run, people: readonly Person[]): Map<string, Asking> {
  return new Map([
    ...(isOver(run.status) || isCommanded(run) ? [] : [["command", nobodyCommands(run, people)] as const]),
    ...asked(run, digest(procedure, run).waiting).map((one): [string, Asking] => [
      nameOf(one),
      {
        kind: kinds[one.need],
        step: one.step,
        words: askWords(procedure, run, one),
        ...(one.need === "vote" && { overheard: askWords(procedure, run, { ...one, need: "go" }) }),
        of: askedOf({ procedure, run, people }, one),
      },
    ]),
  ]);
}

/** In a pause nothing that it lets nobody begin is asked anew: whoever was asked before need not be told again when it is over. */
function asked(run: Run, waiting: Waiting[]): Waiting[] {
  const now = new Set(doable(run, waiting));
  return waiting.filter((one) => now.has(one) || (run.stopped !== undefined && one.since <= run.stopped.at));
}

const nobodyCommands = (run: Run, people: readonly Person[]): Asking => ({
  kind: "command",
  words: t("nobody commands it, take over as commander: {person}", {
    person: nameIn(run, run.commander, "run.command"),
  }),
  of: successors(people),
});

/** A poll asks each position apart. */
const nameOf = ({ step, need, who }: Waiting): string =>
  [step, need, ...(need === "vote" && typeof who === "object" && "position" in who ? [who.position] : [])].join("/");
