import { z } from "zod";
import { Argument, HiddenArgument, Shown, VariableName } from "#lib/domain/argument.ts";
import { SshConnection } from "#lib/domain/connection.ts";
import { Key } from "#lib/domain/fields.ts";

/** Running a program: on the worker's machine, on a host of the site, or wherever the site says. */

const argv = z.array(Argument).min(1).max(64).meta({
  title: "Command",
  description: "The program, then its arguments. Each is passed as it is; nothing is parsed by a shell.",
});
const env = z.record(VariableName, HiddenArgument).optional().meta({ title: "Variables" });

/** As the site says: over ssh where it has a host `main`, on the worker's machine otherwise. */
export const CommandAction = z.strictObject({
  way: z.literal("command").optional().meta({ title: "Command, run as the site says" }),
  argv,
  env,
});
export const ProcessAction = z.strictObject({
  way: z.literal("process").meta({ title: "Command on the worker's machine" }),
  argv,
  env,
});
export const SshAction = z.strictObject({
  way: z.literal("ssh").meta({ title: "Command over SSH" }),
  host: Key.default("main"),
  argv,
  env,
});

const words = z.array(z.string());
const variables = z.record(z.string(), Shown).optional();

/** What a worker runs on its own machine. Runs from before there were other ways do not name theirs. */
export const ProcessWork = z.object({ way: z.literal("process").optional(), argv: words, env: variables });
export type ProcessWork = z.infer<typeof ProcessWork>;

export const SshWork = z.object({ way: z.literal("ssh"), to: SshConnection, argv: words, env: variables });
export type SshWork = z.infer<typeof SshWork>;
