import { account } from "#lib/words/ja/account.ts";
import { accountFaults } from "#lib/words/ja/account-faults.ts";
import { afterwards } from "#lib/words/ja/afterwards.ts";
import { commands } from "#lib/words/ja/commands.ts";
import { entrance } from "#lib/words/ja/entrance.ts";
import { events } from "#lib/words/ja/events.ts";
import { faults } from "#lib/words/ja/faults.ts";
import { fields } from "#lib/words/ja/fields.ts";
import { form } from "#lib/words/ja/form.ts";
import { formFields } from "#lib/words/ja/form-fields.ts";
import { help } from "#lib/words/ja/help.ts";
import { history } from "#lib/words/ja/history.ts";
import { messages } from "#lib/words/ja/messages.ts";
import { newRun } from "#lib/words/ja/new-run.ts";
import { notices } from "#lib/words/ja/notices.ts";
import { offers } from "#lib/words/ja/offers.ts";
import { overview } from "#lib/words/ja/overview.ts";
import { palette } from "#lib/words/ja/palette.ts";
import { paper } from "#lib/words/ja/paper.ts";
import { people } from "#lib/words/ja/people.ts";
import { procedures } from "#lib/words/ja/procedures.ts";
import { record } from "#lib/words/ja/record.ts";
import { refusals } from "#lib/words/ja/refusals.ts";
import { report } from "#lib/words/ja/report.ts";
import { rules } from "#lib/words/ja/rules.ts";
import { runAsks } from "#lib/words/ja/run-asks.ts";
import { runCards } from "#lib/words/ja/run-cards.ts";
import { runDesk } from "#lib/words/ja/run-desk.ts";
import { runSide } from "#lib/words/ja/run-side.ts";
import { shared } from "#lib/words/ja/shared.ts";
import { sharedSentences } from "#lib/words/ja/shared-sentences.ts";
import { shell } from "#lib/words/ja/shell.ts";
import { sites } from "#lib/words/ja/sites.ts";
import { states } from "#lib/words/ja/states.ts";
import { told } from "#lib/words/ja/told.ts";
import { ui } from "#lib/words/ja/ui.ts";
import { users } from "#lib/words/ja/users.ts";
import type { Reader } from "#lib/words/language.ts";

/** The Japanese sentences by the English ones. Sorted by the pages they stand on, each once. */
export const japanese = {
  ...account,
  ...accountFaults,
  ...afterwards,
  ...commands,
  ...entrance,
  ...events,
  ...faults,
  ...fields,
  ...form,
  ...formFields,
  ...help,
  ...history,
  ...messages,
  ...newRun,
  ...notices,
  ...offers,
  ...overview,
  ...palette,
  ...paper,
  ...people,
  ...procedures,
  ...record,
  ...refusals,
  ...report,
  ...rules,
  ...runAsks,
  ...runCards,
  ...runDesk,
  ...runSide,
  ...shared,
  ...sharedSentences,
  ...shell,
  ...sites,
  ...states,
  ...told,
  ...ui,
  ...users,
} as const;

/** Whoever reads Japanese. */
export const japaneseReader: Reader = { locale: "ja", catalogue: japanese, told };

export type Sentence = keyof typeof japanese;
