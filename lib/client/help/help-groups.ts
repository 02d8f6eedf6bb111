import { commandHelp, commandOf, type HelpEntry } from "#lib/client/help/command-help.ts";
import { type OperationEntry, operationHelp } from "#lib/client/help/operation-help.ts";
import { permissionWords } from "#lib/client/people/permission-words.ts";
import { roleWords } from "#lib/client/people/role-words.ts";
import { rolesWith } from "#lib/domain/grants.ts";
import { Role, type TokenPermission } from "#lib/domain/roles.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { permissionFor } from "#lib/domain/run/decide/command-permission.ts";
import { type PlainSentence, row, t } from "#lib/words/t.ts";

type HelpedPermission = TokenPermission | "user.manage" | "in_person";

export type HelpGroup = {
  permission: HelpedPermission;
  /** "work on the steps of a run". */
  title: string;
  /** "Administrator, Commander, Operator". */
  who: string;
  /** `command`: what it sends to a run; null of a button elsewhere. */
  buttons: readonly {
    entry: HelpEntry | OperationEntry;
    command: Command["type"] | null;
    button: string;
    does: string;
  }[];
};

/** Whom a gate asks, the gate itself says; so what they press is listed where everybody writes. */
const titles: Record<HelpedPermission, PlainSentence> = {
  ...permissionWords,
  "run.note": "write in a run, and decide where its gate or its roll call names you",
  "user.manage": "manage people and messages",
  in_person: "look after your own account",
};

const commands = Object.keys(commandHelp) as HelpEntry[];
const operations = Object.keys(operationHelp) as OperationEntry[];
const permissions = Object.keys(titles) as HelpedPermission[];

/** Every button under what one has to be allowed to press it, those of a run first; each once. */
export function helpGroups(): HelpGroup[] {
  return permissions.flatMap((permission) => {
    const ofRuns = commands
      .map((entry) => ({ entry, command: commandOf(entry), ...commandHelp[entry] }))
      .filter(({ command }) => permissionFor[command] === permission);
    const others = operations
      .map((entry) => ({ entry, command: null, ...operationHelp[entry] }))
      .filter((one) => one.permission === permission);
    const buttons = [...ofRuns, ...others].map(({ entry, command, button, does }) => ({
      entry,
      command,
      button: t(button).replace(/…$/, ""),
      does: t(does),
    }));
    if (buttons.length === 0) return [];
    const who = permission === "in_person" ? Role.options : rolesWith(permission);
    return [
      { permission, title: t(titles[permission]), who: row(who.map((role) => t(roleWords[role].word))), buttons },
    ];
  });
}
