import "server-only";
import type { z } from "zod";
import { AppError } from "#lib/server/errors.ts";
import { refuseUnstorable } from "#lib/server/http/storable.ts";
import { t } from "#lib/words/t.ts";

type Fault = { path: string; message: string };

/** Nobody corrects more at a time, and a body of two million wrong fields is not answered with as many sentences. */
const MOST_ISSUES = 50;

/** What was sent, as the contract has it. Throws `invalid_request` with the fields that are wrong. */
export function parse<S extends z.ZodType>(schema: S, sent: unknown): z.output<S> {
  if (!(sent instanceof Uint8Array)) refuseUnstorable(sent);
  const result = schema.safeParse(sent);
  if (result.success) return result.data;
  const issues = result.error.issues
    .slice(0, MOST_ISSUES)
    .flatMap((issue) => faults(issue, []))
    .slice(0, MOST_ISSUES);
  const first = issues[0];
  throw new AppError(
    "invalid_request",
    t("{field}: {fault}.", { field: first?.path || t("The request"), fault: first?.message ?? "" }),
    { issues },
  );
}

function faults(issue: z.core.$ZodIssue, around: PropertyKey[]): Fault[] {
  const path = [...around, ...issue.path];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys
        .slice(0, MOST_ISSUES)
        .map((key) => ({ path: written([...path, key]), message: t("there is no such field") }));
    case "invalid_key":
      return issue.issues.map((inner) => ({ path: written(path), message: inner.message }));
    case "invalid_union": {
      const meant = closest(issue.errors);
      return meant ? meant.flatMap((inner) => faults(inner, path)) : [{ path: written(path), message: issue.message }];
    }
    default:
      return [{ path: written(path), message: issue.message }];
  }
}

/** The branch that got furthest is the one that was meant: not the one that wants another type altogether. */
const closest = (branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined =>
  branches.find((branch) => branch.every((inner) => inner.code !== "invalid_type" || inner.path.length > 0)) ??
  branches[0];

const written = (path: PropertyKey[]): string => path.map(String).join(".");
