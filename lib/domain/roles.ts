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

const view = ["run.view", "procedure.view", "site.view"] as const;

const grants: Record<Role, readonly Permission[]> = {
  administrator: [
    ...view,
    "run.note",
    "run.operate",
    "run.approve",
    "run.command",
    "run.review",
    "procedure.publish",
    "site.manage",
    "user.manage",
  ],
  commander: [...view, "run.note", "run.operate", "run.command", "run.review", "procedure.publish"],
  operator: [...view, "run.note", "run.operate"],
  approver: [...view, "run.note", "run.approve", "run.review"],
  auditor: [...view, "run.review"],
};

export const can = (role: Role, permission: Permission): boolean => grants[role].includes(permission);

export const rolesWith = (permission: Permission): Role[] => Role.options.filter((role) => can(role, permission));

/** What a program may be given. Not the managing of people, by which it could give itself a session. */
export const TokenPermission = Permission.exclude(["attempt.report", "user.manage"]);
export type TokenPermission = z.infer<typeof TokenPermission>;
