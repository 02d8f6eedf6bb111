import type { Person } from "#lib/domain/actor.ts";
import type { NoticeKind } from "#lib/domain/notify/message.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { askWords } from "#lib/domain/run/ask-words.ts";
import { askedOf } from "#lib/domain/run/asked-of.ts";
import { digest, type Need, type Waiting } from "#lib/domain/run/digest.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** Something that a run asks of people now. */
export type Asking = { kind: NoticeKind; step: string; words: string; overheard?: string; of: string[] };

const kinds: Record<Need, NoticeKind> = {
  start: "step_ready",
  request: "step_ready",
  confirm: "step_ready",
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
  const waiting = digest(procedure, run).waiting.filter((one) => !triesAgain(run, one));
  return new Map(
    waiting.map((one) => [
      nameOf(one),
      {
        kind: kinds[one.need],
        step: one.step,
        words: askWords(procedure, run, one),
        ...(one.need === "vote" && { overheard: askWords(procedure, run, { ...one, need: "go" }) }),
        of: askedOf({ procedure, run, people }, one),
      },
    ]),
  );
}

/** What the machine tries again by itself is nobody's to decide. */
const triesAgain = (run: Run, { need, step }: Waiting): boolean =>
  need === "decide" && stepState(run, step)?.retryAt !== undefined;

/** A poll asks each position apart. */
const nameOf = ({ step, need, who }: Waiting): string =>
  [step, need, ...(need === "vote" && typeof who === "object" && "position" in who ? [who.position] : [])].join("/");
