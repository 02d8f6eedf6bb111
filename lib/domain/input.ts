import type { Input, Output, Step } from "#lib/domain/procedure.ts";
import { row, t } from "#lib/words/t.ts";

/** What people and programs say: at the press of a button, or as what a step gave. */

export const LONGEST_SAID = 4_096;
export const SHORTEST_SECRET = 4;

/** Masked wherever it is printed, so it has to be long enough not to be found everywhere. */
export const wrongSecret = (secret: string): InputFault | undefined =>
  secret.length < SHORTEST_SECRET ? "short_secret" : undefined;

/** What is wrong with what was said: a fact, which is worded when it is told. */
export type InputFault =
  | "not_asked_for"
  | "not_given_here"
  | "needed"
  | "secret"
  | "no_secret"
  | "short_secret"
  | "no_whole_number"
  | "empty"
  | "too_long"
  | "control_characters"
  | "an_option"
  | { choices: readonly string[] };

export type Wrong = { name: string; fault: InputFault };

/** "must be a whole number", after the name of what was said. */
export function faultWords(fault: InputFault): string {
  switch (fault) {
    case "not_asked_for":
      return t("is not asked for by this step");
    case "not_given_here":
      return t("is not an output of this step");
    case "needed":
      return t("is needed");
    case "secret":
      return t("is a secret and must be sent as one");
    case "no_secret":
      return t("is not a secret");
    case "short_secret":
      return t("must have at least {least} characters: a shorter secret cannot be kept out of the output", {
        least: SHORTEST_SECRET,
      });
    case "no_whole_number":
      return t("must be a whole number");
    case "empty":
      return t("must not be empty");
    case "too_long":
      return t("must have at most {most} characters", { most: LONGEST_SAID });
    case "control_characters":
      return t("must be one line without control characters");
    case "an_option":
      return t("must not begin with “-”");
    default:
      return t("must be one of {choices}", { choices: row(fault.choices) });
  }
}

/** What is wrong with what was said for the inputs of a step; empty when nothing is. `secrets` are names only. */
export function wrongInputs(
  { inputs = [] }: Pick<Step, "inputs">,
  said: Readonly<Record<string, string>>,
  secrets: readonly string[],
): Wrong[] {
  const known = new Map(inputs.map((input) => [input.name, input]));
  const strangers = [...Object.keys(said), ...secrets].filter((name) => !known.has(name));
  return [
    ...strangers.map((name) => ({ name, fault: "not_asked_for" as const })),
    ...inputs.flatMap((input) => {
      const fault = wrongInput(input, said, secrets);
      return fault === undefined ? [] : [{ name: input.name, fault }];
    }),
  ];
}

function wrongInput(
  input: Input,
  said: Readonly<Record<string, string>>,
  secrets: readonly string[],
): InputFault | undefined {
  const value = said[input.name];
  if (input.type === "secret") {
    if (value !== undefined) return "secret";
    return secrets.includes(input.name) || input.optional ? undefined : "needed";
  }
  if (secrets.includes(input.name)) return "no_secret";
  if (value === undefined) return input.optional ? undefined : "needed";
  const line = wrongText(input.type === "integer" ? "integer" : "text", value);
  if (line !== undefined) return line;
  return input.type === "choice" && !input.choices?.includes(value) ? { choices: input.choices ?? [] } : undefined;
}

/** One line, and never read as an option by the program that gets it. Negative whole numbers are the one thing that may begin with -. */
export function wrongText(type: Output["type"], value: string): InputFault | undefined {
  if (type === "integer") return /^-?(0|[1-9]\d{0,14})$/.test(value) ? undefined : "no_whole_number";
  if (value === "") return "empty";
  if (value.length > LONGEST_SAID) return "too_long";
  if (/\p{Cc}/u.test(value)) return "control_characters";
  return value.startsWith("-") ? "an_option" : undefined;
}

/** What is wrong with the values given for outputs of a step, and which needed ones are not given. */
export function wrongOutputs(outputs: readonly Output[], given: Readonly<Record<string, string>>): Wrong[] {
  const known = new Set(outputs.map(({ name }) => name));
  const strangers = Object.keys(given).filter((name) => !known.has(name));
  return [
    ...strangers.map((name) => ({ name, fault: "not_given_here" as const })),
    ...outputs.flatMap(({ name, type, optional }) => {
      const value = given[name];
      const fault = value === undefined ? (optional ? undefined : ("needed" as const)) : wrongText(type, value);
      return fault === undefined ? [] : [{ name, fault }];
    }),
  ];
}
