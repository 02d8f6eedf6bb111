"use client";

import { createContext, useContext } from "react";
import { pathText } from "#lib/domain/explain-issue.ts";
import { t } from "#lib/words/t.ts";

export type FieldPath = readonly (string | number)[];

type FormSurroundings = {
  /** What is wrong, by the field's path as `action.argv[0]`. */
  errors: ReadonlyMap<string, string>;
  /** Words that a field of this name may well hold. */
  suggestions: Readonly<Record<string, readonly string[]>>;
  /** What others wrote meanwhile where what is entered here was kept, by the field's path. */
  theirs?: ReadonlyMap<string, string> | undefined;
};

export const FormContext = createContext<FormSurroundings>({ errors: new Map(), suggestions: {} });

export const useFieldError = (path: FieldPath): string | undefined =>
  useContext(FormContext).errors.get(pathText([...path]));

/** Stands beside what was kept, so that whoever keeps it knows what they keep it against. */
export function useTheirs(path: FieldPath): string | undefined {
  const words = useContext(FormContext).theirs?.get(pathText([...path]));
  if (words === undefined) return undefined;
  return words === "" ? t("Others left this empty.") : t("Others wrote: “{words}”", { words });
}

/** Those for the field, or for the list that it is an item of. */
export function useSuggestions(path: FieldPath): readonly string[] {
  const name = path.findLast((part) => typeof part === "string");
  return useContext(FormContext).suggestions[name ?? ""] ?? [];
}
