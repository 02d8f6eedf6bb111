import { newId } from "#lib/client/new-id.ts";
import type { Offer } from "#lib/client/offers/offer.ts";
import type { Input, Output } from "#lib/domain/procedure.ts";
import type { Command } from "#lib/domain/run/command.ts";

/** What a person said in answer to what an offer asks. */
export type Said = {
  reason: string;
  note: string;
  evidence: string;
  /** An instant. */
  happenedAt: string;
  doneBy: string;
  /** An id, or `person:ID`, `position:KEY` and `nobody`; empty for nobody. */
  person: string;
  deputy: string;
  /** Whom a note is meant for, by id. */
  mentions: readonly string[];
  url: string;
  values: Readonly<Record<string, string>>;
};

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

/** Where it was asked for and may be left empty, nothing said is no reason. */
function withReason<Given extends { reason?: string | undefined }>({ reason, ...rest }: Given, said: string) {
  return reason === undefined || said === "" ? rest : { ...rest, reason: said };
}

function withWords(command: Command, said: Said): Command {
  switch (command.type) {
    case "run.start":
      return command.override ? { ...command, override: { ...command.override, reason: said.reason } } : command;
    case "note.add":
      return { ...command, text: said.note, mentions: [...said.mentions] };
    case "step.record": {
      const { outOfOrder: _, ...rest } = command;
      const early = said.reason !== "" && { outOfOrder: said.reason };
      return { ...rest, happenedAt: said.happenedAt, by: said.doneBy, note: said.note, ...early };
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
    case "step.start":
    case "step.retry":
    case "step.cancel":
      return withReason(command, said.reason);
    default:
      return "reason" in command ? { ...command, reason: said.reason } : command;
  }
}
