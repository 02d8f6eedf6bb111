import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Procedure } from "#lib/domain/procedure.ts";

/** The one text of a procedure (RFC 8785): neither the order of keys nor YAML or JSON makes a difference. */
export function canonicalText(procedure: Procedure): string {
  const text = canonicalize(procedure);
  if (text === undefined) throw new TypeError("A procedure is an object");
  return text;
}

/** SHA-256 of the canonical text, 64 hexadecimal digits. It identifies a published version. */
export const procedureHash = (procedure: Procedure): string =>
  createHash("sha256").update(canonicalText(procedure)).digest("hex");
