import { z } from "zod";

/** What a person is in the console. One role each; a run's commander is a person with `run.command` who took command. */
export const Role = z.enum(["administrator", "commander", "operator", "approver", "auditor"]);
export type Role = z.infer<typeof Role>;

export const Permission = z.enum([
  "run.view",
  "run.note",
  /** Findings, what only people know of a run, and the sign-off of its report. */
  "run.review",
  "run.operate",
  "run.approve",
  "run.command",
  "procedure.view",
  "procedure.publish",
  "site.view",
  "site.manage",
  "user.manage",
  /** Reports about a running command. Held by workers and the system, never by a person. */
  "attempt.report",
]);
export type Permission = z.infer<typeof Permission>;

/** What a program may be given. Not the managing of people, by which it could give itself a session. */
export const TokenPermission = Permission.exclude(["attempt.report", "user.manage"]);
export type TokenPermission = z.infer<typeof TokenPermission>;
