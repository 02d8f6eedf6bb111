import type { Person } from "#lib/domain/actor.ts";
import { mayDo } from "#lib/domain/grants.ts";
import type { Input, Output, Procedure } from "#lib/domain/procedure.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { permissionFor } from "#lib/domain/run/decide/command-permission.ts";
import { type RunCommand, refusalOf } from "#lib/domain/run/decide/decide.ts";
import { runSentence } from "#lib/domain/run/rejection/rejection.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** What has to be said before a command can be sent. */
export type Asks = {
  reason?: "needed" | "optional";
  note?: true;
  /** For whom the note is. */
  mentions?: true;
  evidence?: true;
  /** The run's label, to be typed. */
  confirmation?: string;
  /** What the step asks for at the press. */
  inputs?: readonly Input[];
  /** What the step gives and a person has to enter. */
  outputs?: readonly Output[];
  /** When it was done, by whom and how, without the console. */
  recorded?: true;
  /** Who shall command; whose a step is; who fills a position and who stands in. */
  choose?: "commander" | "assignee" | "position";
  /** Nobody is no choice: nobody is there yet, or to leave it as it is would be none. */
  somebody?: true;
  /** Whose it is now, in words: that may be taken from them. */
  now?: string;
  /** A link with its name. */
  link?: true;
  /** Nothing to say, but to be pressed twice. */
  sure?: true;
};

/** What goes with a button: the rule that disables it is the rule that refuses it. */
export type Offer = {
  command: RunCommand;
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
export const LATER_ID = "00000000-0000-4000-8000-000000000000";

export type About = { procedure: Procedure; run: Run; person: Person };

/** Why this person may not send this command now, in a sentence; null when they may. */
export function whyNot({ procedure, run, person }: About, command: RunCommand): string | null {
  const people = [{ id: LATER_ID, name: LATER, role: "administrator" as const }];
  const refusal = refusalOf({ procedure, run, actor: person, now: run.createdAt, people }, command);
  // Without a sentence of its own it would look as if it could be pressed.
  return refusal && (runSentence(refusal) ?? refusal.code);
}

export function draft(command: RunCommand, label: string, asks: Asks = {}, look: Offer["look"] = "normal"): Draft {
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

/** Stands for what will be said of the inputs, so that the rule can be asked beforehand. */
export function placeholders(
  inputs: readonly Input[],
): Pick<Extract<Command, { type: "step.start" }>, "inputs" | "secrets"> {
  const some = (type: "secret" | null) =>
    Object.fromEntries(
      inputs
        .filter((input) => (input.type === "secret") === (type === "secret"))
        .map(({ name, type: kind, choices }) => [name, kind === "integer" ? "0" : (choices?.[0] ?? LATER)]),
    );
  return inputs.length > 0 ? { inputs: some(null), secrets: some("secret") } : {};
}

export const outputPlaceholders = (outputs: readonly Output[]): Record<string, string> =>
  Object.fromEntries(
    outputs.filter(({ optional }) => !optional).map(({ name, type }) => [name, type === "integer" ? "0" : LATER]),
  );
