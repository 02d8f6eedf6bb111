import type { z } from "zod";
import { labelOf, nameWords } from "#lib/client/procedures/form-shape.ts";
import { formWord } from "#lib/client/procedures/form-words.ts";
import { Procedure, Step } from "#lib/domain/procedure.ts";

/** A field of a document, or of a step in it, as the form that fills it calls it. */
export function fieldWord(of: "procedure" | "step", field: string): string {
  const schemas: Readonly<Record<string, z.ZodType>> = of === "step" ? Step.shape : Procedure.shape;
  const schema = schemas[field];
  return formWord(schema ? labelOf(schema, field) : nameWords(field));
}
