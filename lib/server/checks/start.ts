import "server-only";
import type { PoolClient } from "pg";
import type { CheckRequest, CheckRound } from "#lib/contract/checks.ts";
import { type Attempted, missingTold, resolve, type Scope, type Unresolved } from "#lib/domain/action.ts";
import { factLabel, outline, positionTitle } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { gateOf } from "#lib/domain/run/gate.ts";
import { type Lack, lackingDeciders } from "#lib/domain/run/lacking-deciders.ts";
import { lockTold } from "#lib/domain/run/rejection/locks-told.ts";
import { standing } from "#lib/domain/run/standing.ts";
import type { Run, RunSite } from "#lib/domain/run/state.ts";
import { WORK_FORMAT } from "#lib/domain/work-format.ts";
import { readRound } from "#lib/server/checks/read.ts";
import { WORKER_ANSWERS } from "#lib/server/checks/record.ts";
import { wrongField } from "#lib/server/errors.ts";
import { readAudience } from "#lib/server/notify/audience.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { enqueueCheck, ring } from "#lib/server/queue.ts";
import { readLocks } from "#lib/server/runs/locks.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { siteAlone, sitesByRole } from "#lib/server/sites/run-sites.ts";
import { transaction } from "#lib/server/transaction.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { LIVE_WORKER } from "#lib/server/workers/live.ts";
import { t } from "#lib/words/t.ts";
import { told } from "#lib/words/told.ts";

/** What a round is about. Without a run nothing is known of the facts, so every step counts. */
export type CheckSubject = {
  run: Run | null;
  procedure: Procedure | null;
  procedureId: string | null;
  sites: Record<string, RunSite>;
  step: string | null;
  scheduleId?: string;
  /** The schedule names other sites than the procedure needs by now: nothing can be looked at. */
  isUnfit?: true;
};

type Finding = { siteId: string | null; step: string | null; what: string; result: string; message: string };

/**
 * Asks whether a run, a procedure at sites, or a site alone is ready. What needs no worker is answered at once.
 * @throws AppError `not_found`, `invalid_request` naming the field
 */
export async function startCheck(askedBy: string, request: CheckRequest): Promise<CheckRound> {
  return readRound(await beginRound(askedBy, await subjectOf(request)));
}

async function subjectOf({ run, step, procedureId, sites, siteId }: CheckRequest): Promise<CheckSubject> {
  if (run !== undefined) {
    const view = await readRun(run);
    const procedure = await frozenProcedure(view.run.procedureId);
    if (step !== undefined && !outline(procedure).byNumber.has(step))
      throw wrongField("step", t("is no step of this run"));
    return { run: view.run, procedure, procedureId: view.run.procedureId, sites: view.run.sites, step: step ?? null };
  }
  if (procedureId !== undefined) {
    const procedure = await frozenProcedure(procedureId);
    return { run: null, procedure, procedureId, sites: await sitesByRole(procedure, sites ?? {}), step: null };
  }
  return { run: null, procedure: null, procedureId: null, sites: { site: await siteAlone(siteId ?? "") }, step: null };
}

/** Writes the round with what is known already, and queues the rest for the workers of each site. */
export async function beginRound(askedBy: string, subject: CheckSubject): Promise<string> {
  const id = uuidV7();
  const { run, procedureId, sites, step, scheduleId } = subject;
  const known = subject.isUnfit
    ? [UNFIT]
    : [...applicability(subject), ...unresolved(subject), ...(await deciders(subject))];
  await transaction(async (tx) => {
    await tx.query(
      `insert into check_round (id, run_id, procedure_id, schedule_id, step, sites, asked_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, run?.id ?? null, procedureId, scheduleId ?? null, step, JSON.stringify(sites), askedBy],
    );
    const findings = [...known, ...(subject.isUnfit ? [] : await lockFindings(tx, subject))];
    const distinct = [...new Map(Object.values(sites).map((site) => [site.id, site])).values()];
    for (const site of distinct) {
      findings.push(...(await nobodyAnswers(tx, site)));
      await enqueueCheck(tx, id, site.id);
    }
    for (const finding of findings) await insertResult(tx, id, finding);
  });
  ring();
  return id;
}

const UNFIT: Finding = {
  ...{ siteId: null, step: null, result: "failed", what: told("The sites of the schedule") },
  message: told("They are not those that this version needs. Choose them, and how often it is asked, anew."),
};

const insertResult = (tx: PoolClient, roundId: string, { siteId, step, what, result, message }: Finding) =>
  tx.query(
    "insert into check_result (id, round_id, site_id, step, what, result, message) values ($1, $2, $3, $4, $5, $6, $7)",
    [uuidV7(), roundId, siteId, step, what, result, message],
  );

const stepsOf = ({ procedure, step }: CheckSubject): Step[] =>
  procedure ? outline(procedure).steps.filter(({ number }) => step === null || number === step) : [];

/** A fact that nobody has answered leaves open whether a step has to be done at all. */
function applicability(subject: CheckSubject): Finding[] {
  const { run, procedure } = subject;
  if (!run || !procedure) return [];
  const open = stepsOf(subject).flatMap((step) => {
    const { applicability: is, because } = standing(run, step);
    return is === "undecided" ? because.map(({ fact }) => fact) : [];
  });
  const facts = [...new Set(open)].map((fact) => factLabel(procedure, fact));
  const what = told("Procedure applicable");
  if (facts.length === 0)
    return [finding({ what, result: "passed", message: told("Whether each step applies is known.") })];
  return [
    finding({ what, result: "warning", message: told("Not answered yet: {facts}.", { facts: facts.join(", ") }) }),
  ];
}

/** Steps whose action a site does not say enough for. What steps give and people say comes in time. */
function unresolved(subject: CheckSubject): Finding[] {
  const { run, sites } = subject;
  const scope: Scope = run ?? { number: 0, mode: "live", type: "planned", outputs: {}, sites };
  return stepsOf(subject).flatMap((step): Finding[] => {
    if (!step.action || (run && standing(run, step).applicability === "not_applicable")) return [];
    const lacking = step.roles.filter((role) => sites[role]).map((role) => lackAt(step, scope, role));
    const missing = lacking.some((one) => one.length === 0) ? [] : lacking.flat();
    if (missing.length === 0) return [];
    const message = told("{missing}. The step would have to be done by hand.", { missing: missingTold(missing) });
    return [finding({ step: step.number, what: told("Command known"), result: "failed", message })];
  });
}

function lackAt(step: Step, scope: Scope, role: string): Unresolved[] {
  const at: Attempted = { role, attempt: 1, inputs: {} };
  const resolution = resolve(step, scope, at);
  return resolution.ok ? [] : resolution.missing.filter(({ kind }) => kind === "parameter" || kind === "connection");
}

/** A decision that nobody can take holds the run up, and only breaking the glass goes past it. */
async function deciders(subject: CheckSubject): Promise<Finding[]> {
  const { run, procedure, step } = subject;
  if (!procedure || !stepsOf(subject).some((one) => gateOf(run ?? { withoutGates: [] }, one))) return [];
  const people = (await readAudience()).readers.map(({ person }) => person);
  const what = told("People to decide");
  const lacking = lackingDeciders(procedure, run, people).filter((one) => step === null || one.step === step);
  if (lacking.length === 0) return [finding({ what, result: "passed", message: told("Each decision can be taken.") })];
  return lacking.map((lack) =>
    // A position can still be filled while the run goes on.
    finding({
      what,
      step: lack.step,
      result: "position" in lack.by ? "warning" : "failed",
      message: lackTold(procedure, lack),
    }),
  );
}

function lackTold(procedure: Procedure, { by, there, asked }: Lack): string {
  if ("position" in by) return told("Nobody fills {position}.", { position: positionTitle(procedure, by.position) });
  if ("role" in by) return told("{there} people may decide, and {asked} are asked.", { there, asked });
  if (there === 0) return told("Nobody is in the group {group}, which is asked.", { group: by.group });
  return told("{there} of the group {group} are there, and {asked} are asked.", { there, group: by.group, asked });
}

async function lockFindings(tx: PoolClient, { run, procedure }: CheckSubject): Promise<Finding[]> {
  if (!run || !procedure || run.status !== "draft") return [];
  const locks = await readLocks(tx, procedure, run);
  const what = told("No other live run in the way");
  return [
    locks.length === 0
      ? finding({ what, result: "passed", message: told("Neither the procedure nor a site is held.") })
      : finding({ what, result: "failed", message: told("{locks}.", { locks: lockTold(locks) }) }),
  ];
}

/** Nobody is there to look. When a worker comes after all, what it finds takes the place of this. */
async function nobodyAnswers(tx: PoolClient, site: RunSite): Promise<Finding[]> {
  const { rows } = await tx.query(
    `select from worker where ${LIVE_WORKER} and format >= $2 and (every_site or $1 = any(site_ids)) limit 1`,
    [site.id, WORK_FORMAT],
  );
  if (rows.length > 0) return [];
  const message = told("No worker answers for {site} now.", { site: site.name });
  return [finding({ siteId: site.id, what: WORKER_ANSWERS, result: "failed", message })];
}

const finding = (given: Partial<Finding> & Pick<Finding, "what" | "result" | "message">): Finding => ({
  siteId: null,
  step: null,
  ...given,
});
