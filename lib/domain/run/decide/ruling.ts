import type { Actor, Person } from "#lib/domain/actor.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import type { Lock, Rejection } from "#lib/domain/run/rejection/rejection.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";

/** A person of the console, as a command may name one. */
export type Named = Pick<Person, "id" | "name" | "role">;

/** Whether somebody gets such messages by e-mail, and of drills too. */
export type Heard = { person: Person; hears: boolean; drills: boolean };

/** Everything a rule may look at. `now` is an instant; there is no other clock. */
export type Situation = {
  procedure: Procedure;
  run: Run;
  actor: Actor;
  now: string;
  /** What other open runs hold of this one's procedure and sites; only a start looks at it. */
  locks?: readonly Lock[];
  /** The active people whom the command names; only what is about people looks at it. */
  people?: readonly Named[];
  /** The record of the run does not hold; only a sign-off looks at it. */
  spoilt?: boolean;
  /** The active people who are asked just now for what the command reminds of (`askedNow`). */
  asked?: readonly Heard[];
};

/** The same, looking at one step. */
export type StepSituation = Situation & { step: Step; state: StepState };

/** What a rule answers before its consequences are drawn: the events it causes, or why not. */
export type Ruling = RunEvent[] | Rejection;
