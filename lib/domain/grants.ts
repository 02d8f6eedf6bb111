import type { Actor } from "#lib/domain/actor.ts";
import type { Permission, Role } from "#lib/domain/roles.ts";

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

export const rolesWith = (permission: Permission): Role[] =>
  (Object.keys(grants) as Role[]).filter((role) => can(role, permission));

export function mayDo(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case "person":
      return can(actor.role, permission) && (actor.token?.may.some((given) => given === permission) ?? true);
    case "worker":
      return permission === "attempt.report";
    case "system":
      // What became of people is told also where nobody of the console changed it.
      return permission === "attempt.report" || permission === "user.manage";
  }
}
