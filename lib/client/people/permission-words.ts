import type { TokenPermission } from "#lib/domain/roles.ts";
import type { PlainSentence } from "#lib/words/t.ts";

/** What a token may do, as people read it. */
export const permissionWords: Record<TokenPermission, PlainSentence> = {
  "run.view": "read runs, their log and output",
  "run.note": "write notes in a run",
  "run.review": "review runs: findings and sign-off",
  "run.operate": "work on the steps of a run",
  "run.approve": "decide gates that ask an approver",
  "run.command": "start and command runs",
  "procedure.view": "read procedures",
  "procedure.publish": "change and publish procedures",
  "site.view": "read sites",
  "site.manage": "change sites",
};
