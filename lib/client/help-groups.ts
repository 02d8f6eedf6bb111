import { commandHelp, commandOf, type HelpEntry } from "#lib/client/command-help.ts";
import { permissionWords } from "#lib/client/permission-words.ts";
import { roleWords } from "#lib/client/role-words.ts";
import { rolesWith } from "#lib/domain/grants.ts";
import type { TokenPermission } from "#lib/domain/roles.ts";
import { permissionFor } from "#lib/domain/run/command-permission.ts";
import { type PlainSentence, row, t } from "#lib/words/t.ts";

export type HelpGroup = {
  permission: TokenPermission;
  /** "work on the steps of a run". */
  title: string;
  /** "Administrator, Commander, Operator". */
  who: string;
  buttons: readonly { entry: HelpEntry; button: string; does: string }[];
};

/** Whom a gate asks, the gate itself says; so what they press is listed where everybody writes. */
const titles: Partial<Record<TokenPermission, PlainSentence>> = {
  "run.note": "write in a run, and decide where its gate or its roll call names you",
};

const entries = Object.keys(commandHelp) as HelpEntry[];
const permissions = Object.keys(permissionWords) as TokenPermission[];

/** Every button of a run under what one has to be allowed to press it; each once. */
export function helpGroups(): HelpGroup[] {
  return permissions.flatMap((permission) => {
    const buttons = entries
      .filter((entry) => permissionFor[commandOf(entry)] === permission)
      .map((entry) => {
        const { button, does } = commandHelp[entry];
        return { entry, button: t(button).replace(/…$/, ""), does: t(does) };
      });
    if (buttons.length === 0) return [];
    const who = rolesWith(permission).map((role) => t(roleWords[role].word));
    return [{ permission, title: t(titles[permission] ?? permissionWords[permission]), who: row(who), buttons }];
  });
}
