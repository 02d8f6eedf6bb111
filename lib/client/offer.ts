import { newId } from "#lib/client/new-id.ts";
import type { Person } from "#lib/domain/actor.ts";
import { mayDo } from "#lib/domain/grants.ts";
import type { Input, Output, Procedure } from "#lib/domain/procedure.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { permissionFor } from "#lib/domain/run/command-permission.ts";
import { refusalOf } from "#lib/domain/run/decide.ts";
import { sentence } from "#lib/domain/run/rejection.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** What has to be said before a command can be sent. */
export type Asks = {
  reason?: true;
  note?: true;
  evidence?: true;
  /** The run's label, to be typed. */
  confirmation?: string;
  /** What the step asks for at the press. */
  inputs?: readonly Input[];
  /** What the step gives and a person has to enter. */
  outputs?: readonly Output[];
  /** When it was done, by whom and how, without the console; `early` where it was done before its turn. */
  recorded?: { early: boolean };
  /** Who shall command; whose a step is; who fills a position and who stands in. */
  choose?: "commander" | "assignee" | "position";
  /** A link with its name. */
  link?: true;
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
export const LATER_ID = "00000000-0000-4000-8000-000000000000";

export type About = { procedure: Procedure; run: Run; person: Person };

/** Why this person may not send this command now, in a sentence; null when they may. */
export function whyNot({ procedure, run, person }: About, command: Command): string | null {
  const people = [{ id: LATER_ID, name: LATER, role: "administrator" as const }];
  const refusal = refusalOf({ procedure, run, actor: person, now: run.createdAt, people }, command);
  return refusal && sentence(refusal);
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

/** What a person said in answer to what an offer asks. */
export type Said = {
  reason: string;
  note: string;
  evidence: string;
  /** An instant. */
  happenedAt: string;
  doneBy: string;
  /** An id, or `person:ID` and `position:KEY`; empty for nobody. */
  person: string;
  deputy: string;
  url: string;
  values: Readonly<Record<string, string>>;
};

/** Stands for what will be said of the inputs, so that the rule can be asked beforehand. */
export function placeholders(inputs: readonly Input[]): Pick<StartOf, "inputs" | "secrets"> {
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

type StartOf = Extract<Command, { type: "step.start" }>;
type RetryOf = Extract<Command, { type: "step.retry" }>;

/** Secrets go apart, where they are never stored; what was left empty is not said at all. */
function saidInputs(inputs: readonly Input[], values: Said["values"]): Pick<StartOf, "inputs" | "secrets"> {
  const given = inputs.filter(({ name }) => (values[name] ?? "") !== "");
  const pick = (secret: boolean) =>
    Object.fromEntries(
      given.filter(({ type }) => (type === "secret") === secret).map(({ name }) => [name, values[name] ?? ""]),
    );
  return inputs.length > 0 ? { inputs: pick(false), secrets: pick(true) } : {};
}

const saidOutputs = (outputs: readonly Output[], values: Said["values"]): Record<string, string> =>
  Object.fromEntries(
    outputs.flatMap(({ name }) => ((values[name] ?? "") === "" ? [] : [[name, (values[name] ?? "").trim()]])),
  );

/** What was said, put where the command keeps it. */
export function withSaid({ command, asks }: Pick<Offer, "command" | "asks">, said: Said): Command {
  const given = withWords(command, said);
  switch (given.type) {
    case "step.start":
    case "step.retry":
      return asks.inputs ? withInputs(given, asks.inputs, said.values) : given;
    case "gate.request":
      return { ...given, ...(asks.inputs && { inputs: saidInputs(asks.inputs, said.values).inputs }) };
    case "step.complete":
    case "step.override":
      return asks.outputs ? { ...given, outputs: saidOutputs(asks.outputs, said.values) } : given;
    case "output.enter":
      return { ...given, value: (said.values[given.output] ?? "").trim() };
    default:
      return given;
  }
}

/** What is said takes the place of what stood for it; what was approved keeps what it was approved with. */
function withInputs(command: StartOf | RetryOf, asked: readonly Input[], values: Said["values"]): StartOf | RetryOf {
  const { inputs, secrets } = saidInputs(asked, values);
  const agreed = Object.entries(command.inputs ?? {}).filter(([key]) => !asked.some(({ name }) => name === key));
  return { ...command, inputs: { ...Object.fromEntries(agreed), ...inputs }, ...(secrets && { secrets }) };
}

function withWords(command: Command, said: Said): Command {
  switch (command.type) {
    case "run.start":
      return command.override ? { ...command, override: { ...command.override, reason: said.reason } } : command;
    case "note.add":
      return { ...command, text: said.note };
    case "step.record": {
      const early = command.outOfOrder === undefined ? {} : { outOfOrder: said.reason };
      return { ...command, happenedAt: said.happenedAt, by: said.doneBy, note: said.note, ...early };
    }
    case "command.offer":
      return { ...command, to: said.person };
    case "position.fill":
      return { ...command, person: said.person || null, deputy: said.deputy || null };
    case "step.assign": {
      const [kind, chosen = ""] = said.person.split(":");
      const to = kind === "person" ? { person: chosen } : kind === "position" ? { position: chosen } : null;
      return { ...command, to };
    }
    case "help.settle":
      return { ...command, how: said.note };
    case "evidence.link":
      return { ...command, evidence: { ...command.evidence, id: newId(), name: said.note, url: said.url } };
    case "step.override":
      return { ...command, reason: said.reason, evidence: said.evidence };
    case "step.retry":
      return command.reason === undefined ? command : { ...command, reason: said.reason };
    default:
      return "reason" in command ? { ...command, reason: said.reason } : command;
  }
}
