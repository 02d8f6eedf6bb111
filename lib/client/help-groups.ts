import { commandHelp } from "#lib/client/command-help.ts";
import { permissionWords } from "#lib/client/permission-words.ts";
import { roleWords } from "#lib/client/role-words.ts";
import { rolesWith } from "#lib/domain/grants.ts";
import type { TokenPermission } from "#lib/domain/roles.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { permissionFor } from "#lib/domain/run/command-permission.ts";
import { type PlainSentence, row, t } from "#lib/words/t.ts";

export type HelpGroup = {
  permission: TokenPermission;
  /** "work on the steps of a run". */
  title: string;
  /** "Administrator, Commander, Operator". */
  who: string;
  buttons: readonly { command: Command["type"]; button: string; does: string }[];
};

/** Whom a gate asks, the gate itself says; so what they press is listed where everybody writes. */
const titles: Partial<Record<TokenPermission, PlainSentence>> = {
  "run.note": "write in a run, and decide where its gate or its roll call names you",
};

const commands = Object.keys(commandHelp) as Command["type"][];
const permissions = Object.keys(permissionWords) as TokenPermission[];

/** Every button of a run under what one has to be allowed to press it; each command once. */
export function helpGroups(): HelpGroup[] {
  return permissions.flatMap((permission) => {
    const buttons = commands
      .filter((command) => permissionFor[command] === permission)
      .map((command) => {
        const { button, does } = commandHelp[command];
        return { command, button: t(button).replace(/…$/, ""), does: t(does) };
      });
    if (buttons.length === 0) return [];
    const who = rolesWith(permission).map((role) => t(roleWords[role].word));
    return [{ permission, title: t(titles[permission] ?? permissionWords[permission]), who: row(who), buttons }];
  });
}
