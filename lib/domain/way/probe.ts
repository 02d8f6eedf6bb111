import { z } from "zod";
import { Argument } from "#lib/domain/argument.ts";
import { Key, Port, Seconds } from "#lib/domain/fields.ts";
import { ProcessWork, SshWork } from "#lib/domain/way/command.ts";

/** Looking whether something holds, again and again until it does or the time is up. Changes nothing. */

export const Look = z.discriminatedUnion("look", [
  /** Something accepts connections there. */
  z.strictObject({
    look: z.literal("tcp").meta({ title: "A port accepts connections" }),
    host: Argument,
    port: z.union([Port, Argument]),
  }),
  /** The service of the site answers with one of these. */
  z.strictObject({
    look: z.literal("http").meta({ title: "A service answers" }),
    service: Key,
    path: z.array(Argument).max(32).default([]),
    status: z.array(z.number().int().min(100).max(599)).min(1).max(20).default([200]),
  }),
  /** The command ends with 0; run as the site says. */
  z.strictObject({
    look: z.literal("command").meta({ title: "A command ends with 0" }),
    argv: z.array(Argument).min(1).max(64).meta({ title: "Command" }),
  }),
  /** The name resolves to this address. */
  z.strictObject({
    look: z.literal("dns").meta({ title: "A name resolves to an address" }),
    name: Argument,
    address: Argument,
  }),
]);
export type Look = z.infer<typeof Look>;

export const Probe = z.strictObject({
  that: Look.meta({ title: "Checks whether" }),
  everySeconds: Seconds.default(5),
  timeoutSeconds: Seconds.default(60),
});
export type Probe = z.infer<typeof Probe>;

export const ProbeAction = z.strictObject({
  way: z.literal("probe").meta({ title: "Check until it holds" }),
  that: Look.meta({ title: "Checks whether" }),
  everySeconds: Seconds.default(5),
});
export type ProbeAction = z.infer<typeof ProbeAction>;

export const LookWork = z.discriminatedUnion("look", [
  /** A port that was not said as a number is looked at as it was said, and is found to be none. */
  z.object({ look: z.literal("tcp"), host: z.string(), port: z.union([z.number(), z.string()]) }),
  z.object({ look: z.literal("http"), base: z.string(), url: z.string(), status: z.array(z.number()) }),
  z.object({ look: z.literal("command"), run: z.union([SshWork, ProcessWork]) }),
  z.object({ look: z.literal("dns"), name: z.string(), address: z.string() }),
]);
export type LookWork = z.infer<typeof LookWork>;

export const ProbeWork = z.object({ way: z.literal("probe"), that: LookWork, everySeconds: z.number() });
export type ProbeWork = z.infer<typeof ProbeWork>;
