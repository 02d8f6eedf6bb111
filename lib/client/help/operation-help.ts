import type { Reading } from "#lib/client/api.ts";
import type { Button } from "#lib/client/help/command-help.ts";
import type { Operation, Operations } from "#lib/contract/all-endpoints.ts";
import type { Access } from "#lib/contract/endpoint.ts";

/** A button beside those of a run, and what one has to be allowed to press it. */
type OwnButton = Button & { permission: Exclude<Access, "public" | "attempt.report"> };

/** What has no button of its own that would have to be told of. */
type Untold =
  /** Its buttons are in `commandHelp`. */
  | "POST /api/runs/{id}/commands"
  /** Of a sign-in, which is behind whoever reads the help. */
  | "POST /api/session"
  | "POST /api/set-up"
  | "PUT /api/session/second-factor"
  /** Only where there is a provider; its dialog says what follows. */
  | "POST /api/session/single-sign-on"
  /** Fields and lists, whose button says that it saves them. */
  | "PUT /api/notices/choice"
  | "PUT /api/session/language"
  | "PUT /api/session/telephone"
  | "PATCH /api/saved-filters/{id}"
  | "DELETE /api/saved-filters/{id}"
  | "DELETE /api/check-schedules/{id}";

/** What changes something beside a run, or sends something. An operation that is new does not compile without. */
type Doings = {
  [O in Exclude<Operation, Reading | Untold>]: OwnButton & { permission: Operations[O]["permission"] };
};

const doings: Doings = {
  "POST /api/runs": {
    permission: "run.command",
    button: "Start LIVE run or Start DRILL",
    does: "Creates the run as the page shows it and starts it. “Create as draft” only creates it.",
  },
  "POST /api/runs/{id}/steps/{number}/evidence": {
    permission: "run.note",
    button: "Attach a file",
    does: "Keeps a file with a step as evidence; the log has its digest.",
  },
  "POST /api/checks": {
    permission: "run.operate",
    button: "Check now",
    does: "Has workers look whether connections, host keys, credentials and programs are there. Changes nothing.",
  },
  "POST /api/check-schedules": {
    permission: "procedure.publish",
    button: "How often asked",
    does: "Has workers look for the same again and again, by the latest version.",
  },
  "POST /api/procedures": {
    permission: "procedure.publish",
    button: "Check and publish",
    does: "Makes a document the next version of its procedure, or says what is wrong with it and where.",
  },
  "POST /api/drafts": {
    permission: "procedure.publish",
    button: "Make a draft of it or Compare as a draft",
    does: "Makes a text the draft of its procedure, whose page says what differs. Nothing changes for runs until that is published.",
  },
  "PUT /api/drafts/{key}/steps/{number}": {
    permission: "procedure.publish",
    button: "Keep in the draft",
    does: "Keeps the changed step in the draft. Nothing changes for runs until that is published.",
  },
  "POST /api/drafts/{key}/publication": {
    permission: "procedure.publish",
    button: "Publish",
    does: "Makes the draft the next version, by which new runs go. Runs that exist keep theirs.",
  },
  "DELETE /api/drafts/{key}": {
    permission: "procedure.publish",
    button: "Discard…",
    does: "Deletes the draft. What is published stays as it is.",
  },
  "POST /api/sites": {
    permission: "site.manage",
    button: "Add the site",
    does: "Adds a place, how it is reached, and what commands take from it.",
  },
  "PATCH /api/sites/{id}": {
    permission: "site.manage",
    button: "Edit",
    does: "Changes a site. Runs that exist keep what they were created with.",
  },
  "POST /api/users": {
    permission: "user.manage",
    button: "Add a person",
    does: "Lets somebody sign in, with a role and a first password.",
  },
  "PATCH /api/users/{id}": {
    permission: "user.manage",
    button: "Deactivate…",
    does: "Signs somebody out everywhere and lets them sign in no more. The log keeps their name.",
  },
  "PUT /api/users/{id}/password": {
    permission: "user.manage",
    button: "New password…",
    does: "Gives somebody another password, signs them out everywhere and revokes their API tokens.",
  },
  "DELETE /api/users/{id}/second-factor": {
    permission: "user.manage",
    button: "One-time codes…",
    does: "Asks for no more codes of somebody who has lost the authenticator, and signs them out everywhere.",
  },
  "DELETE /api/users/{id}/sessions": {
    permission: "user.manage",
    button: "Sessions…",
    does: "Shows where somebody is signed in, and signs them out there, or everywhere and revokes their API tokens.",
  },
  "DELETE /api/users/{id}/tokens": {
    permission: "user.manage",
    button: "Revoke",
    does: "Ends a token of somebody else at once, where their sessions are listed.",
  },
  "POST /api/notices/channels": {
    permission: "user.manage",
    button: "Add a channel",
    does: "Has messages posted to a webhook, to Slack or to Teams as well.",
  },
  "PATCH /api/notices/channels/{id}": {
    permission: "user.manage",
    button: "Switch off",
    does: "Posts nothing to a channel any more. What waits for it is given up.",
  },
  "DELETE /api/notices/channels/{id}": {
    permission: "user.manage",
    button: "Delete…",
    does: "Deletes a channel with its address and key for good. What was sent stays in the list.",
  },
  "POST /api/notices/channels/{id}/secret": {
    permission: "user.manage",
    button: "New key…",
    does: "Makes a new key for a webhook and shows it once. The one before signs nothing any more.",
  },
  "POST /api/notices/channels/{id}/test": {
    permission: "user.manage",
    button: "Send a test message",
    does: "Posts to the channel now and says what became of it.",
  },
  "POST /api/notices/deliveries/{id}/again": {
    permission: "user.manage",
    button: "Send again",
    does: "Sends a message once more that was given up, and says what became of it.",
  },
  "POST /api/notices/choice/test": {
    permission: "in_person",
    button: "Send me a test message",
    does: "Sends you an e-mail now and says what became of it.",
  },
  "POST /api/saved-filters": {
    permission: "in_person",
    button: "Save this filter",
    does: "Keeps under a name, for you alone, what you look for in the history.",
  },
  "PUT /api/session/password": {
    permission: "in_person",
    button: "Change password",
    does: "Changes your password and signs you out everywhere else.",
  },
  "POST /api/session/second-factor": {
    permission: "in_person",
    button: "Turn on codes",
    does: "Asks for a code of your authenticator at each sign-in, once you have confirmed a first one.",
  },
  "DELETE /api/session/second-factor": {
    permission: "in_person",
    button: "Turn off",
    does: "Asks for no more codes when you sign in.",
  },
  "DELETE /api/sessions": {
    permission: "in_person",
    button: "End all others",
    does: "Signs you out everywhere but here.",
  },
  "DELETE /api/sessions/{id}": {
    permission: "in_person",
    button: "End",
    does: "Signs you out in one other browser.",
  },
  "DELETE /api/session": {
    permission: "in_person",
    button: "Sign out",
    does: "Signs you out here, and drops the run packs that this browser keeps.",
  },
  "POST /api/tokens": {
    permission: "in_person",
    button: "New token",
    does: "Makes a token by which a program acts as you, within what you tick, and shows it once.",
  },
  "DELETE /api/tokens/{id}": {
    permission: "in_person",
    button: "Revoke",
    does: "Ends a token at once.",
  },
};

/** What does otherwise the same as another. */
const otherWays = {
  publishOver: {
    permission: "procedure.publish",
    button: "Publish one version over another",
    does: "Makes the next version of a text that does not follow the latest one: what that one changed is undone.",
  },
} as const satisfies Record<string, OwnButton>;

/** What is only looked at or taken along. */
const readings = {
  pack: {
    permission: "run.view",
    button: "Save the run pack",
    does: "Gives the run as it now stands in one file, which opens without the network and prints.",
  },
  contacts: {
    permission: "run.view",
    button: "Contacts…",
    does: "Shows how the people of the run are reached: telephone and e-mail.",
  },
  output: {
    permission: "run.view",
    button: "Download",
    does: "Gives all that a command has written so far as one file.",
  },
  print: {
    permission: "run.view",
    button: "Open to print",
    does: "Opens a report, or a procedure as a blank checklist, on a page of its own, as it is printed.",
  },
  reportFile: {
    permission: "run.view",
    button: "HTML, JSON or CSV",
    does: "Gives the report as one file: to be read and printed, for programs, or for a spreadsheet.",
  },
  bundle: {
    permission: "run.view",
    button: "The record, one file",
    does: "Gives every event of the run with its evidence and signatures, to be verified without this console.",
  },
  verifier: {
    permission: "run.view",
    button: "The verifier",
    does: "Gives the program that verifies such a file offline. It needs Node.js and nothing else.",
  },
  verification: {
    permission: "run.view",
    button: "Verify again",
    does: "Looks anew whether the record of the run holds.",
  },
  comparison: {
    permission: "run.view",
    button: "Compare",
    does: "Puts two runs side by side: how they ended, their times and answers, and each step.",
  },
  csv: {
    permission: "run.view",
    button: "What matches as CSV",
    does: "Gives the runs that the filter finds as one file, all of them.",
  },
  document: {
    permission: "procedure.view",
    button: "Download YAML",
    does: "Gives the document of a version or of a draft, to be changed elsewhere and uploaded as the next one.",
  },
} as const satisfies Record<string, OwnButton>;

export const operationHelp = { ...doings, ...otherWays, ...readings } as const satisfies Record<string, OwnButton>;
export type OperationEntry = keyof typeof operationHelp;
