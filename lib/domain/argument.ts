import { z } from "zod";
import { CredentialName, Key } from "#lib/domain/fields.ts";
import { t } from "#lib/words/t.ts";

/**
 * One element of what an action says: a literal, or a whole value put in its place. Never a template inside an element,
 * never an expression.
 */
export const Argument = z.union([
  z.string().max(4_096).meta({ title: "As written" }),
  z.strictObject({ run: z.enum(["number", "mode", "type", "attempt"]) }).meta({ title: "Of the run" }),
  /** A parameter of the site where the step is done, or of the site with the role `of`. */
  z
    .strictObject({
      site: Key.meta({ title: "Parameter" }),
      of: Key.optional().meta({ title: "Of the site with the role" }),
    })
    .meta({ title: "Of the site" }),
  /** What the person who presses the button says. */
  z.strictObject({ input: Key }).meta({ title: "Asked when it is started" }),
  /** What an earlier step of this run gave. */
  z.strictObject({ output: Key }).meta({ title: "Given by a step" }),
]);
export type Argument = z.infer<typeof Argument>;

const Secret = z.strictObject({ secret: Key }).meta({ title: "Secret, asked when it is started" });
const Credential = z.strictObject({ credential: CredentialName }).meta({ title: "Credential of the worker" });

/**
 * The same, or something that only the worker ever sees in clear: a secret said at the press, or a credential it keeps.
 * Allowed where no list of processes shows it: in variables, headers and bodies.
 */
export const HiddenArgument = z.union([...Argument.options, Secret, Credential]);
export type HiddenArgument = z.infer<typeof HiddenArgument>;

/** A value as it is stored and shown: in clear, or only by its name. */
export const Shown = z.union([z.string(), Secret, Credential]);
export type Shown = z.infer<typeof Shown>;

/** The name of an environment variable. */
export const VariableName = z
  .string()
  .regex(/^[A-Z_][A-Z0-9_]{0,63}$/, { error: () => t("capital letters, digits and _, at most 64") })
  .regex(/^(?!(PATH|LD_|DYLD_|IFS$|ENV$|BASH_ENV$|NODE_OPTIONS$))/, {
    error: () => t("a variable that does not change how programs are run"),
  });
