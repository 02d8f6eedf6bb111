import { resolve, resolveProbe, type Scope } from "#lib/domain/action.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { standing } from "#lib/domain/run/standing.ts";
import type { RunSite } from "#lib/domain/run/state.ts";
import type { Work } from "#lib/domain/work.ts";
import {
  type FoundResult,
  type RoundToCheck,
  recordResults,
  roundToCheck,
  WORKER_ANSWERS,
} from "#lib/server/checks/record.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { dropJob } from "#lib/server/queue.ts";
import { told } from "#lib/words/told.ts";
import type { Equipment } from "#lib/worker/equipment.ts";
import type { Hidden } from "#lib/worker/executor.ts";
import { hiddenValues } from "#lib/worker/hidden-values.ts";
import { insist } from "#lib/worker/insist.ts";
import { executorFor } from "#lib/worker/ways.ts";

export type CheckJob = { id: string; roundId: string; siteId: string };

/** A precheck is looked at once and a little longer; whoever waits for the round wants to know how it is now. */
const LONGEST_PRECHECK_SECONDS = 30;

/** Looks at one site of a round: what its steps need there, and their prechecks; of a site alone, its connections. */
export async function runCheck({ worker, ways, credential, leaving }: Equipment, job: CheckJob): Promise<void> {
  const round = await insist(() => roundToCheck(job.roundId));
  if (!round) return await dropJob(job.id);
  const hidden: Hidden = hiddenValues({}, { credential, onUse: () => undefined });
  const looked: FoundResult[] = [{ step: null, what: WORKER_ANSWERS, result: "passed", message: `${worker.name}.` }];
  for (const { step, work } of await worksAt(round, job.siteId)) {
    const results = await executorFor(ways, work).check(work, hidden, leaving);
    looked.push(...results.map((result) => ({ step: isOfStep(result.what) ? step : null, ...result })));
  }
  for (const { step, probe } of await prechecksAt(round, job.siteId)) {
    const outcome = await ways.probe.run({
      id: { runId: job.roundId, step, attempt: 1 },
      work: probe.work,
      timeoutSeconds: Math.min(probe.timeoutSeconds, LONGEST_PRECHECK_SECONDS),
      variables: {},
      hidden,
      canceled: leaving,
      leaving: new AbortController().signal,
      onOutput: () => undefined,
    });
    const seen = outcome.kind === "ended" && outcome.ended.kind === "probed" ? outcome.ended : null;
    looked.push({
      step,
      what: told("Precheck"),
      result: seen?.held ? "passed" : "failed",
      message: seen?.message ?? told("It could not be looked at to the end."),
    });
  }
  await insist(() => recordResults(job, worker.name, withoutRepetition(looked)));
}

const isOfStep = (what: string): boolean => what.startsWith("Program ");

/** Ten steps over one connection are one connection. */
const withoutRepetition = (results: readonly FoundResult[]): FoundResult[] => [
  ...new Map(results.map((result) => [`${result.step} ${result.what}`, result])).values(),
];

async function stepsAt(
  { run, procedureId, step, sites }: RoundToCheck,
  siteId: string,
): Promise<{ step: Step; role: string }[]> {
  if (procedureId === null) return [];
  const procedure = await frozenProcedure(procedureId);
  return outline(procedure)
    .steps.filter(({ number }) => step === null || number === step)
    .filter((one) => !run || standing(run, one).applicability !== "not_applicable")
    .flatMap((one) => one.roles.filter((role) => sites[role]?.id === siteId).map((role) => ({ step: one, role })));
}

const scopeOf = ({ run, sites }: RoundToCheck): Scope =>
  run ?? { number: 0, mode: "live", type: "planned", outputs: {}, sites };

async function worksAt(round: RoundToCheck, siteId: string): Promise<{ step: string; work: Work }[]> {
  if (round.procedureId === null) {
    const site = Object.values(round.sites).find(({ id }) => id === siteId);
    return site ? connectionsOf(site).map((work) => ({ step: "", work })) : [];
  }
  const all = await stepsAt(round, siteId);
  return all.flatMap(({ step, role }) => {
    if (!step.action) return [];
    const inputs = Object.fromEntries((step.inputs ?? []).map(({ name }) => [name, "x"]));
    const resolution = resolve(step, scopeOf(round), { role, attempt: 1, inputs });
    return resolution.ok ? [{ step: step.number, work: resolution.assignment }] : [];
  });
}

/** Every way by which a site is reached, with the least that can be done there. */
function connectionsOf({ connections }: RunSite): Work[] {
  return [
    ...Object.values(connections?.ssh ?? {}).map((to): Work => ({ way: "ssh", to, argv: ["true"] })),
    ...Object.values(connections?.http ?? {}).map(
      ({ base }): Work => ({
        way: "http",
        base,
        url: base,
        method: "GET",
        headers: {},
        expect: { status: [200], json: [] },
      }),
    ),
  ];
}

async function prechecksAt(round: RoundToCheck, siteId: string) {
  const all = await stepsAt(round, siteId);
  return all.flatMap(({ step, role }) => {
    if (!step.precheck) return [];
    const resolution = resolveProbe(step.precheck, scopeOf(round), { role, attempt: 1, inputs: {} });
    if (!resolution.ok || resolution.assignment.way !== "probe") return [];
    const { timeoutSeconds, ...work } = resolution.assignment;
    return [{ step: step.number, probe: { work, timeoutSeconds } }];
  });
}
