import type { Person } from "#lib/domain/actor.ts";
import { can } from "#lib/domain/grants.ts";
import type { NoticeKind } from "#lib/domain/notify/message.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { askWords } from "#lib/domain/run/ask-words.ts";
import { assigneeOf, holdersOf, roll } from "#lib/domain/run/assignee.ts";
import { concerns } from "#lib/domain/run/concerns.ts";
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

type Known = { procedure: Procedure; run: Run; people: readonly Person[] };

function askedOf({ procedure, run, people }: Known, waiting: Waiting): string[] {
  const { who, need, step } = waiting;
  if (kinds[need] === "step_ready" && typeof who === "object" && "role" in who) {
    return anybodysStep({ procedure, run, people });
  }
  const asked = people.filter((person) => concerns(waiting, run, person)).map(({ id }) => id);
  return need === "decide" ? [...new Set([...asked, ...ownersOf(procedure, run, step)])] : asked;
}

/** A step that is nobody's is told to who takes part and may do it; where nobody does, to the commander. */
function anybodysStep({ procedure, run, people }: Known): string[] {
  const part = new Set(roll(procedure, run).map(({ id }) => id));
  const able = people.filter(({ id, role }) => part.has(id) && can(role, "run.operate")).map(({ id }) => id);
  return able.length > 0 ? able : [run.commander.id];
}

function ownersOf(procedure: Procedure, run: Run, number: string): string[] {
  const step = outline(procedure).byNumber.get(number);
  const state = stepState(run, number);
  return step && state ? holdersOf(run, assigneeOf(step, state)).map(({ id }) => id) : [];
}
