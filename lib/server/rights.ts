import "server-only";
import { createHash } from "node:crypto";
import type { Person } from "#lib/domain/actor.ts";

/** Says by what name, role and groups somebody was known: an open page compares it with what it was made for. */
export const rightsOf = ({ name, role, groups = [] }: Pick<Person, "name" | "role" | "groups">): string =>
  createHash("sha256")
    .update(JSON.stringify([name, role, groups]))
    .digest("base64url")
    .slice(0, 12);
