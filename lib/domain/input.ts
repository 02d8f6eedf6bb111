import type { Input, Output, Step } from "#lib/domain/procedure.ts";

/** What people and programs say: at the press of a button, or as what a step gave. */

export const LONGEST_SAID = 4_096;
export const SHORTEST_SECRET = 4;
export const SECRET_TOO_SHORT = `at least ${SHORTEST_SECRET} characters: a shorter secret cannot be kept out of the output`;

/** Masked wherever it is printed, so it has to be long enough not to be found everywhere. */
export const wrongSecret = (secret: string): string | undefined =>
  secret.length < SHORTEST_SECRET ? SECRET_TOO_SHORT : undefined;

export type Wrong = { name: string; message: string };

/** What is wrong with what was said for the inputs of a step; empty when nothing is. `secrets` are names only. */
export function wrongInputs(
  { inputs = [] }: Pick<Step, "inputs">,
  said: Readonly<Record<string, string>>,
  secrets: readonly string[],
): Wrong[] {
  const known = new Map(inputs.map((input) => [input.name, input]));
  const strangers = [...Object.keys(said), ...secrets].filter((name) => !known.has(name));
  return [
    ...strangers.map((name) => ({ name, message: "is not asked for by this step" })),
    ...inputs.flatMap((input) => {
      const message = wrongInput(input, said, secrets);
      return message === undefined ? [] : [{ name: input.name, message }];
    }),
  ];
}

function wrongInput(
  input: Input,
  said: Readonly<Record<string, string>>,
  secrets: readonly string[],
): string | undefined {
  const value = said[input.name];
  if (input.type === "secret") {
    if (value !== undefined) return "is a secret and must be sent as one";
    return secrets.includes(input.name) || input.optional ? undefined : "is needed";
  }
  if (secrets.includes(input.name)) return "is not a secret";
  if (value === undefined) return input.optional ? undefined : "is needed";
  const line = wrongText(input.type === "integer" ? "integer" : "text", value);
  if (line !== undefined) return line;
  return input.type === "choice" && !input.choices?.includes(value)
    ? `must be one of ${(input.choices ?? []).join(", ")}`
    : undefined;
}

/** One line, and never read as an option by the program that gets it. Negative whole numbers are the one thing that may begin with -. */
export function wrongText(type: Output["type"], value: string): string | undefined {
  if (type === "integer") return /^-?(0|[1-9]\d{0,14})$/.test(value) ? undefined : "must be a whole number";
  if (value === "") return "must not be empty";
  if (value.length > LONGEST_SAID) return `must have at most ${LONGEST_SAID} characters`;
  if (/\p{Cc}/u.test(value)) return "must be one line without control characters";
  return value.startsWith("-") ? "must not begin with -" : undefined;
}

/** What is wrong with the values given for outputs of a step, and which needed ones are not given. */
export function wrongOutputs(outputs: readonly Output[], given: Readonly<Record<string, string>>): Wrong[] {
  const known = new Set(outputs.map(({ name }) => name));
  const strangers = Object.keys(given).filter((name) => !known.has(name));
  return [
    ...strangers.map((name) => ({ name, message: "is not an output of this step" })),
    ...outputs.flatMap(({ name, type, optional }) => {
      const value = given[name];
      const message = value === undefined ? (optional ? undefined : "is needed") : wrongText(type, value);
      return message === undefined ? [] : [{ name, message }];
    }),
  ];
}
