import { z } from "zod";
import { fromLocalInput } from "#lib/client/local-time.ts";
import type { Problem } from "#lib/contract/problem.ts";
import type { ProblemCode } from "#lib/contract/problem-status.ts";
import { wrongOutputs } from "#lib/domain/input.ts";
import type { Output, Procedure, Step } from "#lib/domain/procedure.ts";
import { isCommanded } from "#lib/domain/run/able.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { isOnlyDecided } from "#lib/domain/run/gate.ts";
import { isByWorker, isOver } from "#lib/domain/run/read-state.ts";
import { wrongWords } from "#lib/domain/run/rejection/refusal-words.ts";
import { pairs } from "#lib/domain/run/standing.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t, tn } from "#lib/words/t.ts";

/** What was done while nobody could reach the console, entered as a whole list: a row for each step that is open. */

const Row = z.object({
  step: z.string(),
  what: z.enum(["", "done", "failed", "skipped"]),
  by: z.string(),
  /** As the field holds it, in the reader's zone. */
  atLocal: z.string(),
  /** Where the clock shows that time twice: the second. */
  later: z.boolean().optional(),
  note: z.string(),
  /** Why it was done before what it waits for; asked for when that is so. */
  early: z.string(),
  /** What it gave, by the output's name; drafts of before had none. */
  outputs: z.record(z.string(), z.string()).default({}),
  /** Of its command: sent again as it is, it is done once at most. */
  key: z.string(),
  refusal: z.string().optional(),
  /** No answer came: it may have been saved. */
  unanswered: z.boolean().optional(),
  /** It was refused because of what it waits for. */
  outOfTurn: z.boolean().optional(),
  savedAt: z.string().optional(),
});
export type Row = z.infer<typeof Row>;

/** What a browser keeps while it is not all saved. */
export const Draft = z.array(Row);
export type Draft = z.infer<typeof Draft>;

/** Whether something of it is still to be saved. */
export const isOpenDraft = (draft: Draft): boolean =>
  draft.some(({ what, savedAt }) => what !== "" && savedAt === undefined);

/** A draft as the browser keeps it now, perhaps out of another window; what was saved here stays told. */
export const asKept = (own: Draft, kept: Draft): Draft => [
  ...own.filter((row) => row.savedAt !== undefined && kept.every(({ step }) => step !== row.step)),
  ...kept,
];

export const blankRow = (step: string, key: string): Row => ({
  step,
  what: "",
  by: "",
  atLocal: "",
  note: "",
  early: "",
  outputs: {},
  key,
});

/** Why nothing can be entered by somebody, in a sentence. */
export function whyClosed(run: Pick<Run, "status" | "commander" | "people">, id: string): string | null {
  const { status, commander } = run;
  if (status === "draft") return t("The run has not been started. Its commander starts it.");
  if (isOver(status)) return t("The run is over: add a note, or a finding of its report.");
  if (commander.id === id) return null;
  if (!isCommanded(run)) return t("Nobody commands this run any more. Become commander first.");
  return t("{who} commands this run and enters it.", { who: commander.name });
}

/** The steps that may be entered; those a machine is at, and what is only decided, are not among them. */
export const openSteps = (procedure: Procedure, run: Run): Step[] =>
  pairs(procedure, run).flatMap(({ step, state }) => {
    const shown = shownState(run, step, state);
    const byPeople = shown !== "in_progress" || !isByWorker(state);
    return OPEN.has(shown) && byPeople && !isOnlyDecided(step) ? [step] : [];
  });

const OPEN: ReadonlySet<string> = new Set([
  ...["not_started", "ready", "in_progress", "awaiting_confirmation", "failed", "timed_out", "canceled"],
]);

/** What a step gives, as the list asks for it: what the run knows already may be left empty. */
export const outputsAsked = (step: Step, { outputs }: Pick<Run, "outputs">): Output[] =>
  (step.outputs ?? []).map((output) => (outputs[output.name] ? { ...output, optional: true } : output));

/** As long as the server takes them. */
export const LONGEST = { by: 300, note: 2_000, early: 2_000 } as const;

export type Wrong = Partial<Record<"by" | "at" | "note" | "early", string>> & { outputs?: Record<string, string> };

/** What is missing or cannot be, by field; nothing for a row that is left empty or saved. */
export function whatIsWrong(row: Row, asked: readonly Output[], beganAt: string, now: string): Wrong {
  if (row.what === "" || row.savedAt !== undefined) return {};
  const at = fromLocalInput(row.atLocal, row.later);
  const time = at === null ? t("Say when it was.") : wrongTime(at, beganAt, now);
  const outputs = row.what === "done" ? wrongValues(row, asked) : {};
  return {
    ...(Object.keys(outputs).length > 0 && { outputs }),
    ...wrongText("by", row.by, t("Say who it was.")),
    ...(time !== undefined && { at: time }),
    ...wrongText("note", row.note, row.what === "skipped" ? t("Say why.") : t("Say what was seen.")),
    ...(row.outOfTurn && row.what !== "skipped" && wrongText("early", row.early, t("Say why before its turn."))),
  };
}

function wrongText(field: keyof typeof LONGEST, text: string, missing: string): Wrong {
  if (text.trim() === "") return { [field]: missing };
  const most = LONGEST[field];
  const over = text.trim().length - most;
  if (over <= 0) return {};
  const words = tn(
    "{count} character too long: at most {most}.",
    "{count} characters too long: at most {most}.",
    over,
    {
      most,
    },
  );
  return { [field]: words };
}

/** By the rules that the server has for them, each in a sentence with its label. */
function wrongValues(row: Row, asked: readonly Output[]): Record<string, string> {
  const labels = new Map(asked.map(({ name, label }) => [name, label]));
  return Object.fromEntries(
    wrongOutputs(asked, given(row)).flatMap(({ name, fault }) => {
      const label = labels.get(name);
      return label === undefined ? [] : [[name, wrongWords([{ name: label, fault }])]];
    }),
  );
}

/** What was left empty is not said at all. */
const given = ({ outputs }: Row): Record<string, string> =>
  Object.fromEntries(
    Object.entries(outputs).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()]])),
  );

function wrongTime(at: string, beganAt: string, now: string): string | undefined {
  if (at > now) return t("This time is in the future.");
  return at < beganAt ? t("The run had not been declared yet.") : undefined;
}

/** The command of a row that nothing is wrong with. */
export function commandOf(row: Row): Command {
  const { step, what, by, note, early } = row;
  const outputs = what === "done" ? given(row) : {};
  const happenedAt = instantOf(row);
  const said = { step, happenedAt, by: by.trim() };
  if (what === "skipped") return { type: "step.skip", ...said, reason: note.trim() };
  return {
    type: "step.record",
    ...said,
    note: note.trim(),
    ...(what === "failed" && { failed: true }),
    ...(early.trim() !== "" && { outOfOrder: early.trim() }),
    ...(Object.keys(outputs).length > 0 && { outputs }),
  };
}

/** Those to be sent, the earliest first: what was done first is what the later ones waited for. */
export const toBeSent = (draft: Draft): Row[] =>
  draft
    .filter(({ what, savedAt }) => what !== "" && savedAt === undefined)
    .toSorted((one, other) => instantOf(one).localeCompare(instantOf(other)));

const instantOf = ({ atLocal, later }: Row): string => fromLocalInput(atLocal, later) ?? "";

const OF_ROW: readonly ProblemCode[] = ["invalid_request", "refused", "conflict", "key_reused", "too_large"];

/**
 * Whether this one row is refused. Otherwise the next would be as well, or be entered without what it waited for: the
 * database is away, somebody is signed out.
 */
export const isOfRow = ({ code }: Pick<Problem, "code">): boolean => OF_ROW.includes(code);
