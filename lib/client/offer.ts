import { mayDo, type Person } from "#lib/domain/actor.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { type Command, permissionFor } from "#lib/domain/run/command.ts";
import { decide } from "#lib/domain/run/decide.ts";
import { sentence } from "#lib/domain/run/rejection.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** What has to be said before a command can be sent. */
export type Asks = {
  reason?: true;
  note?: true;
  evidence?: true;
  /** The run's label, to be typed. */
  confirmation?: string;
  /** Nothing to say, but to be pressed twice. */
  sure?: true;
};

/** What goes with a button: the rule that disables it is the rule that refuses it. */
export type Offer = {
  command: Command;
  label: string;
  asks: Asks;
  /** Why it may not be pressed now. */
  blocked: string | null;
  look: "primary" | "normal" | "danger";
  /** What follows, where the choice is hard. */
  consequence?: string;
};

export type Draft = Omit<Offer, "blocked">;

/** Stands for what the person will still say, so that the rule can be asked beforehand. */
export const LATER = "…";

export type About = { procedure: Procedure; run: Run; person: Person };

/** Why this person may not send this command now, in a sentence; null when they may. */
export function whyNot({ procedure, run, person }: About, command: Command): string | null {
  const decision = decide({ procedure, run, actor: person, now: run.createdAt }, command);
  return decision.ok ? null : sentence(decision.rejection);
}

export function draft(command: Command, label: string, asks: Asks = {}, look: Offer["look"] = "normal"): Draft {
  return { command, label, asks, look };
}

/** Leaves out what the person's role never allows, and asks the rule about the rest. */
export function settle(about: About, drafts: readonly Draft[]): Offer[] {
  return drafts
    .filter(({ command }) => mayDo(about.person, permissionFor[command.type]))
    .map((offered) => {
      const blocked = whyNot(about, offered.command);
      return { ...offered, look: blocked && offered.look === "primary" ? "normal" : offered.look, blocked };
    });
}

/** What was said, put where the command keeps it. */
export function withSaid(command: Command, said: { reason: string; note: string; evidence: string }): Command {
  switch (command.type) {
    case "note.add":
      return { ...command, text: said.note };
    case "step.override":
      return { ...command, reason: said.reason, evidence: said.evidence };
    case "step.retry":
      return command.reason === undefined ? command : { ...command, reason: said.reason };
    default:
      return "reason" in command ? { ...command, reason: said.reason } : command;
  }
}
