import "server-only";
import { z } from "zod";
import { Prisma } from "#prisma/generated/client.ts";

const Meta = z.object({
  driverAdapterError: z.object({ cause: z.object({ constraint: z.object({ index: z.string() }) }) }),
});

/** The name of the unique index that refused a write; null for any other error. */
export function duplicateOf(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") return null;
  return Meta.parse(error.meta).driverAdapterError.cause.constraint.index;
}
