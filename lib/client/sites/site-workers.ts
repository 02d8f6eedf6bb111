import type { Worker } from "#lib/contract/workers.ts";
import { WORK_FORMAT } from "#lib/domain/work-format.ts";

const covers = ({ sites }: Worker, siteId: string): boolean => sites === null || sites.includes(siteId);

/** The workers that would take a command for a site now: alive, bound to it or to none, and able to read it. */
export const answersFor = (workers: readonly Worker[], siteId: string): Worker[] =>
  workers.filter((worker) => worker.live && worker.format >= WORK_FORMAT && covers(worker, siteId));

/** The one that was heard of last, alive or not. */
export const lastHeardOf = (workers: readonly Worker[], siteId: string): Worker | undefined =>
  workers.filter((worker) => covers(worker, siteId)).toSorted((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt))[0];
