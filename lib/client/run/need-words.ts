import type { About } from "#lib/client/offers/offer.ts";
import { whoDecides } from "#lib/client/run/gate-words.ts";
import type { Person } from "#lib/domain/actor.ts";
import { whoName } from "#lib/domain/actor-name.ts";
import { positionTitle } from "#lib/domain/outline.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { nameIn } from "#lib/domain/run/able.ts";
import { holderOf } from "#lib/domain/run/assignee.ts";
import type { Coming, Current, Need, Waiting } from "#lib/domain/run/digest.ts";
import { gateOf } from "#lib/domain/run/gate.ts";
import { holdsPosition } from "#lib/domain/run/positions.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";
import type { Sentence } from "#lib/words/japanese.ts";
import { listed, row, t, tn } from "#lib/words/t.ts";
import { bothClocks } from "#lib/words/time.ts";

/** What is asked for; `{step}` is "step 5". */
export const needSentences = {
  start: "start {step}",
  request: "ask for approval of {step}",
  approve: "approve or reject {step}",
  vote: "vote on {step}",
  go: "go or no go for {step}",
  release: "release {step}",
  confirm: "confirm the result of {step}",
  take_over: "go on with {step}",
  decide: "decide how to go on with {step}",
  answer: "answer what decides {step}",
  help: "help with {step}",
} as const satisfies Record<Need, Sentence>;

/** "release step 5", "go or no go for step 5". */
export const needWords = ({ need, step }: Pick<Waiting, "need" | "step">): string =>
  t(needSentences[need], { step: t("step {step}", { step }) });

/** Who is waited for, by name where only one person may do it. */
export function whoWords({ who }: Waiting, { procedure, run, person }: About): string {
  if (who === "commander")
    return run.commander.id === person.id ? t("You") : t("{person}, commander", { person: run.commander.name });
  if ("person" in who) return who.person.id === person.id ? t("You") : who.person.name;
  if (!("position" in who)) return capital(whoDecides(procedure, who));
  if (holdsPosition(run, who.position, person.id)) return t("You");
  const title = positionTitle(procedure, who.position);
  const holder = holderOf(run, who.position);
  if (holder) return t("{person}, {position}", { person: nameIn(run, holder, "run.note"), position: title });
  return t("{position} (nobody; {person} fills it)", {
    position: title,
    person: nameIn(run, run.commander, "run.command"),
  });
}

/** Who is waited for while the run is paused, and what for. */
export const resumeWords = (run: Pick<Run, "commander" | "people">, person: Pick<Person, "id">): string =>
  run.commander.id === person.id
    ? t("You: resume or abort")
    : t("{person}, commander: resume or abort", { person: nameIn(run, run.commander, "run.command") });

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Who or what is at it: "Jun Kato", "worker-1 at Osaka". */
export function busyWords(state: StepState, current: Current): string {
  const attempt = lastAttempt(state);
  if (state.retryAt) return t("tried again at {time}", { time: bothClocks(state.retryAt) });
  // What is queued is so as an attempt.
  if (current.queued && attempt) return t("waiting for a worker at {site}", { site: attempt.site });
  if (current.shown === "ready") return t("ready");
  if (attempt?.conduct === "command" && attempt.begun)
    return t("{worker} at {site}", { worker: attempt.begun.worker, site: attempt.site });
  return attempt ? whoName(attempt.by) : current.by;
}

/** Where nothing is known to be at work: what became of a command that was lost, nobody knows. */
export function atWorkWords({ steps }: Pick<Run, "steps">): string {
  const lost = steps.flatMap(({ number, status }) => (status === "interrupted" ? [number] : []));
  if (lost.length === 0) return t("Nothing is in progress");
  return t("Nothing is known to be in progress; what became of step {steps} is not known", { steps: row(lost) });
}

/** "when 6, 7 and 9 are settled, then approval". */
export function nextWords(coming: Coming, step: Step, { procedure, run }: Pick<About, "procedure" | "run">): string {
  const after = afterWords(coming, run);
  const gate = gateOf(run, step);
  switch (gate?.kind) {
    case "approval":
      return t("{after}, then approval", { after });
    case "poll": {
      const count = gate.of.length;
      const who =
        count > 0 ? tn("{count} position", "{count} positions", count) : nameIn(run, run.commander, "run.command");
      return t("{after}, then go / no-go of {who}", { after, who });
    }
    case "hold": {
      const who = gate.by ? whoDecides(procedure, gate.by) : nameIn(run, run.commander, "run.command");
      return t("{after}, then released by {who}", { after, who });
    }
    case undefined:
      return after;
  }
}

function afterWords({ waitsFor, shown }: Coming, run: Run): string {
  if (waitsFor.length === 0) return run.status === "draft" ? t("ready when the run starts") : t("once it is decided");
  const steps = listed(waitsFor);
  const after =
    waitsFor.length > 1 ? t("when {steps} are settled", { steps }) : t("when {step} is settled", { step: steps });
  return shown === "undecided" ? t("{after}, if it applies", { after }) : after;
}
