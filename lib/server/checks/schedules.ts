import "server-only";
import type { CheckSchedule } from "#lib/contract/checks.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { beginRound } from "#lib/server/checks/start.ts";
import { database, db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { sitesByRole } from "#lib/server/sites/run-sites.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { t } from "#lib/words/t.ts";
import type { CheckSchedule as ScheduleRow } from "#prisma/generated/client.ts";

const KEPT_ROUNDS = 50;
const LOOK_MILLISECONDS = 5_000;

export async function listSchedules({
  procedure,
}: {
  procedure?: string | undefined;
}): Promise<{ schedules: CheckSchedule[] }> {
  const where = procedure === undefined ? {} : { procedureKey: procedure };
  const rows = await db().checkSchedule.findMany({ where, orderBy: { createdAt: "asc" } });
  return { schedules: rows.map(asSchedule) };
}

type Wish = { procedureKey: string; sites: Record<string, string>; everySeconds: number };

/** Throws `not_found` for a procedure that is none, `invalid_request` naming the site that is wrong. */
export async function createSchedule(
  actor: Person,
  { procedureKey, sites, everySeconds }: Wish,
): Promise<CheckSchedule> {
  await sitesByRole(await frozenProcedure(await latestOf(procedureKey)), sites);
  const row = await db().checkSchedule.create({
    data: { id: uuidV7(), procedureKey, sites, everySeconds, nextAt: new Date(), createdBy: actor.name },
  });
  log.info({ actor: actor.id, schedule: row.id, procedureKey }, "checks were scheduled");
  return asSchedule(row);
}

export async function deleteSchedule(actor: Person, id: string): Promise<undefined> {
  const { count } = await db().checkSchedule.deleteMany({ where: { id } });
  if (count === 0) throw new AppError("not_found", t("There is no such schedule."));
  log.info({ actor: actor.id, schedule: id }, "scheduled checks were stopped");
}

async function latestOf(key: string): Promise<string> {
  const version = await db().procedureVersion.findFirst({
    where: { key },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  if (!version) throw new AppError("not_found", t("There is no procedure {key}.", { key }));
  return version.id;
}

/** Asks what is due, in every process; the statement that moves the time on settles who does. */
export function watchSchedules(): () => void {
  const timer = setInterval(() => {
    askWhatIsDue().catch((error) => log.warn({ error }, "the scheduled checks could not be asked"));
  }, LOOK_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}

export async function askWhatIsDue(): Promise<void> {
  const { rows } = await database().pool.query<{ id: string; procedure_key: string; sites: Record<string, string> }>(
    `update check_schedule set next_at = clock_timestamp() + make_interval(secs => every_seconds)
     where next_at <= clock_timestamp() returning id, procedure_key, sites`,
  );
  for (const { id, procedure_key, sites } of rows) {
    try {
      const procedureId = await latestOf(procedure_key);
      const procedure = await frozenProcedure(procedureId);
      const subject = { run: null, procedure, procedureId, step: null, scheduleId: id };
      await beginRound("schedule", { ...subject, ...(await sitesFor(procedure, sites)) });
      await forgetOld(id);
    } catch (error) {
      log.warn({ error, schedule: id }, "a scheduled check could not be asked");
    }
  }
}

/** A version may need other sites than one of before. */
async function sitesFor(procedure: Procedure, chosen: Record<string, string>) {
  try {
    return { sites: await sitesByRole(procedure, chosen) };
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_request") return { sites: {}, isUnfit: true as const };
    throw error;
  }
}

const forgetOld = (scheduleId: string) =>
  database().pool.query(
    `delete from check_round where schedule_id = $1
       and id not in (select id from check_round where schedule_id = $1 order by id desc limit $2)`,
    [scheduleId, KEPT_ROUNDS],
  );

const asSchedule = ({ id, procedureKey, sites, everySeconds, nextAt, createdBy }: ScheduleRow): CheckSchedule => ({
  id,
  procedureKey,
  sites: sites as Record<string, string>,
  everySeconds,
  nextAt: nextAt.toISOString(),
  createdBy,
});
