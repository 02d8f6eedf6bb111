"use client";

import { createContext, useContext } from "react";
import { pathText } from "#lib/domain/explain-issue.ts";

export type FieldPath = readonly (string | number)[];

type FormSurroundings = {
  /** What is wrong, by the field's path as `action.argv[0]`. */
  errors: ReadonlyMap<string, string>;
  /** Words that a field of this name may well hold. */
  suggestions: Readonly<Record<string, readonly string[]>>;
};

export const FormContext = createContext<FormSurroundings>({ errors: new Map(), suggestions: {} });

export const useFieldError = (path: FieldPath): string | undefined =>
  useContext(FormContext).errors.get(pathText([...path]));

/** Those for the field, or for the list that it is an item of. */
export function useSuggestions(path: FieldPath): readonly string[] {
  const name = path.findLast((part) => typeof part === "string");
  return useContext(FormContext).suggestions[name ?? ""] ?? [];
}
