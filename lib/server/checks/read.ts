import "server-only";
import type { CheckOutcome, CheckRound } from "#lib/contract/checks.ts";
import type { SiteRounds } from "#lib/contract/sites.ts";
import type { RunSite } from "#lib/domain/run/state.ts";
import { database } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { type Page, pageOf } from "#lib/server/page.ts";
import { t } from "#lib/words/t.ts";

type Row = {
  id: string;
  run_id: string | null;
  procedure_id: string | null;
  step: string | null;
  sites: Record<string, RunSite>;
  asked_by: string;
  asked_at: Date;
  now: Date;
  waiting: string[] | null;
  looking: string[] | null;
  results:
    | {
        site_id: string | null;
        step: string | null;
        what: string;
        result: CheckOutcome;
        message: string;
        worker: string | null;
        at: string;
      }[]
    | null;
};

const COLUMNS = `r.id, r.run_id, r.procedure_id, r.step, r.sites, r.asked_by, r.asked_at, clock_timestamp() as now,
  (select array_agg(j.site_id::text) from job j where j.round_id = r.id) as waiting,
  (select array_agg(j.site_id::text) from job j
    where j.round_id = r.id and j.claimed_until > clock_timestamp()) as looking,
  (select json_agg(c order by c.at, c.id) from check_result c where c.round_id = r.id) as results`;

/** One round, with what was found so far. Throws `not_found`. */
export async function readRound(id: string): Promise<CheckRound> {
  const { rows } = await database().pool.query<Row>(`select ${COLUMNS} from check_round r where r.id = $1`, [id]);
  const [row] = rows;
  if (!row) throw new AppError("not_found", t("There is no such round of checks."));
  return asRound(row);
}

type Filter = {
  run?: string | undefined;
  procedure?: string | undefined;
  site?: string | undefined;
  step?: string | undefined;
};

/** Of each site that was checked alone, its latest round; a site that never was is not there. */
export async function listSiteRounds(): Promise<SiteRounds> {
  const { rows } = await database().pool.query<Row & { site: string }>({
    name: "list_site_rounds",
    text: `select s.id as site, ${COLUMNS} from site s cross join lateral (
        select * from check_round
        where run_id is null and procedure_id is null and sites -> 'site' ->> 'id' = s.id::text
        order by id desc limit 1) r
      order by s.name`,
  });
  return { sites: rows.map((row) => ({ site: row.site, round: asRound(row) })) };
}

/** Rounds of a run, of any version of a procedure, or of a site alone, the latest first; of one step only where it is asked for. */
export async function listRounds({
  run,
  procedure,
  site,
  step,
  after,
  limit,
}: Filter & Page): Promise<{ rounds: CheckRound[]; next: string | null }> {
  const { rows } = await database().pool.query<Row>(
    `select ${COLUMNS} from check_round r left join procedure_version p on p.id = r.procedure_id
     where ($1::uuid is null or r.run_id = $1)
       and ($2::text is null or (r.run_id is null and (p.key = $2 or p.id::text = $2)))
       and ($3::uuid is null or (r.run_id is null and r.procedure_id is null and r.sites -> 'site' ->> 'id' = $3::text))
       and (r.step is null or r.step = $4::text)
       and ($5::uuid is null or r.id < $5)
     order by r.id desc limit $6`,
    [run ?? null, procedure ?? null, site ?? null, step ?? null, placeOf(after), limit + 1],
  );
  const { page, next } = pageOf(rows, limit, ({ id }) => id);
  return { rounds: page.map(asRound), next };
}

function placeOf(after: string | undefined): string | null {
  if (after === undefined) return null;
  if (/^[0-9a-f-]{36}$/i.test(after)) return after;
  const message = t("this is not the {field} of a page", { field: "`next`" });
  throw new AppError("invalid_request", t("{field}: {fault}.", { field: "after", fault: message }), {
    issues: [{ path: "after", message }],
  });
}

function asRound(row: Row): CheckRound {
  const names = new Map(Object.values(row.sites).map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[] | null) => (ids ?? []).map((id) => names.get(id) ?? id);
  const waitingFor = named(row.waiting);
  const results = (row.results ?? []).map(({ site_id, at, ...result }) => ({
    step: result.step,
    what: result.what,
    result: result.result,
    message: result.message,
    worker: result.worker,
    site: site_id === null ? null : (names.get(site_id) ?? null),
    at: new Date(at).toISOString(),
  }));
  return {
    id: row.id,
    runId: row.run_id,
    procedureId: row.procedure_id,
    step: row.step,
    sites: Object.fromEntries(Object.entries(row.sites).map(([role, { name }]) => [role, name])),
    askedBy: row.asked_by,
    askedAt: row.asked_at.toISOString(),
    result: waitingFor.length > 0 ? null : worst(results.map(({ result }) => result)),
    waitingFor,
    lookedAt: named(row.looking),
    results,
    serverAt: row.now.toISOString(),
  };
}

const worst = (results: readonly CheckOutcome[]): CheckOutcome =>
  results.includes("failed") ? "failed" : results.includes("warning") ? "warning" : "passed";
