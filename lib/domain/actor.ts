import { z } from "zod";
import { Role, TokenPermission } from "#lib/domain/roles.ts";

/** Who did something. Every event has one; there is no anonymous change. */
export const Actor = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("person"),
    id: z.uuid(),
    name: z.string(),
    role: Role,
    /** Named groups of the console, such as a change board; a gate may ask for one of them. */
    groups: z.array(z.string()).optional(),
    /** The address it came from. */
    from: z.string().optional(),
    /** A program asks for them, with a token that may do this much of what they may. */
    token: z.object({ id: z.uuid(), name: z.string(), may: z.array(TokenPermission) }).optional(),
  }),
  /** `from`: the machine it runs on. */
  z.object({ kind: z.literal("worker"), id: z.string(), name: z.string(), from: z.string().optional() }),
  z.object({ kind: z.literal("system"), name: z.string() }),
]);
export type Actor = z.infer<typeof Actor>;

export type Person = Extract<Actor, { kind: "person" }>;
