import type { Actor, Person } from "#lib/domain/actor.ts";
import type { Answer } from "#lib/domain/condition.ts";
import { can } from "#lib/domain/grants.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { Role } from "#lib/domain/roles.ts";
import { askedNow } from "#lib/domain/run/asked-of.ts";
import type { Command, Report } from "#lib/domain/run/command.ts";
import { permissionFor } from "#lib/domain/run/decide/command-permission.ts";
import { type Decision, decide } from "#lib/domain/run/decide/decide.ts";
import type { Named } from "#lib/domain/run/decide/ruling.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve, whoIs } from "#lib/domain/run/evolve/evolve.ts";
import { lastAttempt, stepState } from "#lib/domain/run/read-state.ts";
import { sentence } from "#lib/domain/run/rejection/rejection.ts";
import type { Attempt, Mode, Run, StepState } from "#lib/domain/run/state.ts";

/** A run on its way: every state a test needs is reached by playing commands, never made by hand. */
export type Play = { procedure: Procedure; run: Run; log: LoggedEvent[] };

export const person = (role: Role, name: string, digit: number): Person => ({
  kind: "person",
  id: `00000000-0000-4000-8000-00000000000${digit}`,
  name,
  role,
});

export const chie = person("commander", "Chie", 1);
export const olga = person("operator", "Olga", 2);
export const paul = person("approver", "Paul", 3);
export const anna = person("auditor", "Anna", 4);
export const adam = person("administrator", "Adam", 5);
/** Who is active in the console. */
const everybody: readonly Named[] = [chie, olga, paul, anna, adam];
/** Paul hears of nothing by e-mail. */
const heard = [chie, olga, paul, anna, adam].map((person) => ({
  person,
  hears: person !== paul,
  drills: person !== anna,
}));
export const worker: Actor = { kind: "worker", id: "worker-1", name: "worker-1" };

const site = (name: string, digit: number, folder: string) => ({
  id: `00000000-0000-4000-9000-00000000000${digit}`,
  name,
  practice: true,
  parameters: { folder, hosts: ["a", "b"] },
});

export type Beginning = {
  mode?: Mode;
  facts?: Record<string, Answer>;
  by?: Actor;
  rtoSeconds?: number;
  /** Nobody stated when. */
  undeclared?: true;
};

/** A run in draft, commanded by Chie at Tokyo (source) and Osaka (destination). */
export function draftRun(procedure: Procedure, how: Beginning = {}): Play {
  const { mode = "live", facts = {}, by = chie, rtoSeconds = null, undeclared } = how;
  const created: LoggedEvent = {
    seq: 1,
    at: instant(0),
    actor: by,
    event: {
      type: "run.created",
      run: {
        id: "00000000-0000-4000-a000-000000000001",
        number: 42,
        procedureId: "00000000-0000-4000-a000-000000000002",
        mode,
        type: "planned",
        sites: { source: site("Tokyo", 1, "/srv/tokyo"), destination: site("Osaka", 2, "/srv/osaka") },
        facts,
        rtoSeconds,
        ...(!undeclared && { declaredAt: instant(0) }),
        positions: { lead: { person: whoIs(olga), deputy: whoIs(paul) } },
      },
      steps: outline(procedure).steps.map((step) => step.number),
    },
  };
  return { procedure, run: evolve(null, created), log: [created] };
}

export const startedRun = (procedure: Procedure, how?: Beginning): Play =>
  play(draftRun(procedure, how), { type: "run.start" });

/** What `decide` answers, a second after the last thing that happened. */
export const ask = ({ procedure, run }: Play, command: Command | Report, actor = whoMay(command)): Decision =>
  decide(
    { procedure, run, actor, now: instant(run.seq), people: everybody, asked: asked({ procedure, run }, command) },
    command,
  );

const asked = (at: Pick<Play, "procedure" | "run">, command: Command | Report) =>
  command.type === "people.remind" ? askedNow(at, heard, command.step) : [];

/** The play after these commands, each by somebody who may; a refusal is a mistake in the test. */
export const play = (before: Play, ...commands: (Command | Report)[]): Play =>
  commands.reduce((now, command) => playBy(now, whoMay(command), command), before);

export function playBy(before: Play, actor: Actor, command: Command | Report): Play {
  const decision = ask(before, command, actor);
  if (!decision.ok) throw new Error(`${command.type} was refused: ${sentence(decision.rejection)}`);
  return { ...before, run: decision.run, log: [...before.log, ...decision.events] };
}

/** The types of the events, or the code of the rejection: what a row of a table says. */
export const answer = (decision: Decision): string =>
  decision.ok ? decision.events.map(({ event }) => event.type).join(", ") : decision.rejection.code;

/** The same, of the events of one step only. */
export const answerAbout = (number: string, decision: Decision): string =>
  decision.ok
    ? answer({ ...decision, events: decision.events.filter(({ event }) => "step" in event && event.step === number) })
    : decision.rejection.code;

/** What they are answered who press that. */
export const told = (at: Play, actor: Actor, command: Command | Report): string => answer(ask(at, command, actor));

export function stepOf({ run }: Play, number: string): StepState {
  const state = stepState(run, number);
  if (!state) throw new Error(`The run has no step ${number}.`);
  return state;
}

export function lastOf(at: Play, number: string): Attempt {
  const attempt = lastAttempt(stepOf(at, number));
  if (!attempt) throw new Error(`Step ${number} was never tried.`);
  return attempt;
}

/** A worker has begun what was started. */
export const begun = (at: Play, number: string): Play =>
  play(at, { type: "attempt.begin", step: number, attempt: lastOf(at, number).number, place: "here" });

/** The statuses of all steps in one line, such as "completed, ready, not_started". */
export const statuses = ({ run }: Play): string => run.steps.map((step) => step.status).join(", ");

export const instant = (second: number): string => new Date(Date.UTC(2026, 0, 1) + second * 1_000).toISOString();

function whoMay(command: Command | Report): Actor {
  if (command.type === "step.approve" || command.type === "step.reject") return paul;
  if (command.type === "gate.vote") return olga;
  if (command.type === "presence.confirm") return command.person === undefined ? olga : chie;
  if (command.type === "command.accept" || command.type === "command.decline") return adam;
  const permission = permissionFor[command.type];
  if (permission === "attempt.report") return worker;
  if (permission === "user.manage") return adam;
  return can(chie.role, permission) ? chie : paul;
}
