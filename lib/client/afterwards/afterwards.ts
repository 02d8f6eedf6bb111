import { z } from "zod";
import { fromLocalInput } from "#lib/client/local-time.ts";
import type { Problem } from "#lib/contract/problem.ts";
import type { ProblemCode } from "#lib/contract/problem-status.ts";
import { wrongOutputs } from "#lib/domain/input.ts";
import type { Output, Procedure, Step } from "#lib/domain/procedure.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { isOnlyDecided } from "#lib/domain/run/gate.ts";
import { isByWorker, isOver } from "#lib/domain/run/read-state.ts";
import { wrongWords } from "#lib/domain/run/refusal-words.ts";
import { pairs } from "#lib/domain/run/standing.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** What was done while nobody could reach the console, entered as a whole list: a row for each step that is open. */

const Row = z.object({
  step: z.string(),
  what: z.enum(["", "done", "failed", "skipped"]),
  by: z.string(),
  /** As the field holds it, in the reader's zone. */
  atLocal: z.string(),
  note: z.string(),
  /** Why it was done before what it waits for; asked for when that is so. */
  early: z.string(),
  /** What it gave, by the output's name; drafts of before had none. */
  outputs: z.record(z.string(), z.string()).default({}),
  /** Of its command: sent again as it is, it is done once at most. */
  key: z.string(),
  refusal: z.string().optional(),
  /** It was refused because of what it waits for. */
  outOfTurn: z.boolean().optional(),
  savedAt: z.string().optional(),
});
export type Row = z.infer<typeof Row>;

/** What a browser keeps while it is not all saved. */
export const Draft = z.array(Row);
export type Draft = z.infer<typeof Draft>;

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
export function whyClosed({ status, commander }: Pick<Run, "status" | "commander">, id: string): string | null {
  if (status === "draft") return t("The run has not been started. Its commander starts it.");
  if (isOver(status)) return t("The run is over: add a note, or a finding of its report.");
  return commander.id === id ? null : t("{who} commands this run and enters it.", { who: commander.name });
}

/** The steps that may be entered; those a machine is at, and what is only decided, are not among them. */
export const openSteps = (procedure: Procedure, run: Run): Step[] =>
  pairs(procedure, run).flatMap(({ step, state }) => {
    const shown = shownState(run, step, state);
    const byPeople = shown !== "in_progress" || !isByWorker(state);
    return OPEN.has(shown) && byPeople && !isOnlyDecided(step) ? [step] : [];
  });

const OPEN: ReadonlySet<string> = new Set(["not_started", "ready", "in_progress", "failed", "timed_out", "canceled"]);

/** What a step gives, as the list asks for it: what the run knows already may be left empty. */
export const outputsAsked = (step: Step, { outputs }: Pick<Run, "outputs">): Output[] =>
  (step.outputs ?? []).map((output) => (outputs[output.name] ? { ...output, optional: true } : output));

export type Wrong = Partial<Record<"by" | "at" | "note" | "early", string>> & { outputs?: Record<string, string> };

/** What is missing or cannot be, by field; nothing for a row that is left empty or saved. */
export function whatIsWrong(row: Row, asked: readonly Output[], declaredAt: string, now: string): Wrong {
  if (row.what === "" || row.savedAt !== undefined) return {};
  const at = fromLocalInput(row.atLocal);
  const time = at === null ? t("Say when it was.") : wrongTime(at, declaredAt, now);
  const outputs = row.what === "done" ? wrongValues(row, asked) : {};
  return {
    ...(Object.keys(outputs).length > 0 && { outputs }),
    ...(row.by.trim() === "" && { by: t("Say who it was.") }),
    ...(time !== undefined && { at: time }),
    ...(row.note.trim() === "" && { note: row.what === "skipped" ? t("Say why.") : t("Say what was seen.") }),
    ...(row.outOfTurn && row.what !== "skipped" && row.early.trim() === "" && { early: t("Say why before its turn.") }),
  };
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

function wrongTime(at: string, declaredAt: string, now: string): string | undefined {
  if (at > now) return t("This time is in the future.");
  return at < declaredAt ? t("The run had not been declared yet.") : undefined;
}

/** The command of a row that nothing is wrong with. */
export function commandOf(row: Row): Command {
  const { step, what, by, atLocal, note, early } = row;
  const outputs = what === "done" ? given(row) : {};
  const happenedAt = fromLocalInput(atLocal) ?? "";
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
    .toSorted((one, other) => one.atLocal.localeCompare(other.atLocal));

const OF_ROW: readonly ProblemCode[] = ["invalid_request", "refused", "conflict", "key_reused", "too_large"];

/**
 * Whether this one row is refused. Otherwise the next would be as well, or be entered without what it waited for: the
 * database is away, somebody is signed out.
 */
export const isOfRow = ({ code }: Pick<Problem, "code">): boolean => OF_ROW.includes(code);
