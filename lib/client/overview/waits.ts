import { journeyWords } from "#lib/client/run/run-places.ts";
import type { Person } from "#lib/domain/actor.ts";
import { mayDo } from "#lib/domain/grants.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { isCommanded, nameIn } from "#lib/domain/run/able.ts";
import { askWords } from "#lib/domain/run/ask-words.ts";
import { roll } from "#lib/domain/run/assignee.ts";
import { concerns } from "#lib/domain/run/concerns.ts";
import { digest, type Waiting } from "#lib/domain/run/digest.ts";
import { doable } from "#lib/domain/run/doable.ts";
import { isOver, stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { locale } from "#lib/words/language.ts";
import { row, t } from "#lib/words/t.ts";

/** One thing that a run asks of this person. */
export type Wait = {
  run: Run;
  /** Left out where it is the run as a whole, or several steps. */
  step?: Step;
  /** The steps by number; none where it is the run as a whole. */
  steps: readonly string[];
  need: Waiting["need"] | "resume" | "present" | "command" | "take_command";
  /** "step 7: outcome unknown, decide how to go on". */
  words: string;
  detail: string;
  /** Since when; null where that is not known. */
  since: string | null;
};

const known = new WeakMap<Run, { procedure: Procedure; person: string; waits: Wait[] }>();

/**
 * What waits for this person in a run: what is in trouble first, then the longest. Steps that are only ready to be started make
 * one line. Found once for each state of a run and language: several parts of a page ask for it.
 */
export function waitsFor(procedure: Procedure, run: Run, person: Person): Wait[] {
  const key = `${person.id} ${person.role} ${locale()}`;
  const before = known.get(run);
  if (before?.procedure === procedure && before.person === key) return before.waits;
  const waits = findWaits(procedure, run, person);
  known.set(run, { procedure, person: key, waits });
  return waits;
}

function findWaits(procedure: Procedure, run: Run, person: Person): Wait[] {
  const commands = run.commander.id === person.id;
  const offered = run.commandOffer?.to.id === person.id ? [ofOffer(run, run.commandOffer)] : ofNobody(run, person);
  if (run.status === "draft") return offered;
  const asked = roll(procedure, run).some(({ id }) => id === person.id) && !commands && !run.presence[person.id];
  const ofPeople = [...offered, ...(asked ? [ofRoll(run)] : [])];
  const pause = run.status === "paused" && commands ? [ofPause(run)] : [];
  const mine = doable(run, digest(procedure, run).waiting).filter((waiting) => concerns(waiting, run, person));
  const starts = mine.filter(({ need }) => need === "start");
  return [
    ...ofPeople,
    ...pause,
    ...mine.filter(({ need }) => need !== "start").map((waiting) => ofStep(procedure, run, waiting)),
    ...(starts.length > 0 ? [ofStarts(procedure, run, starts)] : []),
  ];
}

const ofPause = (run: Run): Wait => ({
  run,
  steps: [],
  need: "resume",
  words: run.stopped
    ? t("paused by {person}: {reason}", { person: run.stopped.by.name, reason: run.reason ?? "" })
    : t("is paused: {reason}", { reason: run.reason ?? t("no reason given") }),
  detail: journeyWords(run),
  since: run.stopped?.at ?? null,
});

const ofOffer = (run: Run, { by, at }: NonNullable<Run["commandOffer"]>): Wait => ({
  run,
  steps: [],
  need: "command",
  words: t("{person} offers you command", { person: by.name }),
  detail: isCommanded(run) ? t("Until you accept it, {person} commands.", { person: by.name }) : journeyWords(run),
  since: at,
});

/** Whoever may take command is asked for it where nobody has it any more. */
function ofNobody(run: Run, person: Person): Wait[] {
  if (isCommanded(run) || isOver(run.status) || !mayDo(person, "run.command")) return [];
  return [
    {
      run,
      steps: [],
      need: "take_command",
      words: t("nobody commands it, take over as commander: {person}", {
        person: nameIn(run, run.commander, "run.command"),
      }),
      detail: journeyWords(run),
      since: run.people[run.commander.id]?.at ?? null,
    },
  ];
}

const ofRoll = (run: Run): Wait => ({
  run,
  steps: [],
  need: "present",
  words: t("roll call: say that you are here"),
  detail: journeyWords(run),
  since: run.startedAt,
});

function ofStep(procedure: Procedure, run: Run, waiting: Waiting): Wait {
  const { step: number, need, since } = waiting;
  const step = outline(procedure).byNumber.get(number);
  return {
    run,
    ...(step && { step }),
    steps: [number],
    need,
    words: t("step {step}: {words}", { step: number, words: askWords(procedure, run, waiting) }),
    detail: (need === "help" && stepState(run, number)?.help?.reason) || (step?.title ?? ""),
    since,
  };
}

function ofStarts(procedure: Procedure, run: Run, starts: readonly Waiting[]): Wait {
  const [first] = starts;
  const step = first && outline(procedure).byNumber.get(first.step);
  const numbers = row(starts.map((waiting) => waiting.step));
  return {
    run,
    ...(step && { step }),
    steps: starts.map((waiting) => waiting.step),
    need: "start",
    words:
      starts.length > 1
        ? t("steps {steps} are ready to be started", { steps: numbers })
        : t("step {step} is ready to be started", { step: numbers }),
    detail: starts.length > 1 ? t("First: {title}", { title: step?.title ?? "" }) : (step?.title ?? ""),
    since: first?.since ?? null,
  };
}
