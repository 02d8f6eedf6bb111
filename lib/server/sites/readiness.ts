import "server-only";
import type { SiteOutcome, SiteReadiness } from "#lib/contract/sites.ts";
import { database } from "#lib/server/db.ts";

type Row = {
  site: string;
  at: Date | null;
  result: SiteOutcome;
  asked_by: string;
  changed_since: boolean;
  open_runs: SiteReadiness["openRuns"] | null;
};

/**
 * For each site, by name: the worst that its last round of checks found there, and the runs that go on there, live ones first. The
 * check of one step says little of the site.
 */
export async function listReadiness(): Promise<{ sites: SiteReadiness[] }> {
  const { rows } = await database().pool.query<Row>({
    name: "list_readiness",
    text: `select s.id as site, found.at, found.result, found.asked_by, found.at < s.updated_at as changed_since,
        (select json_agg(json_build_object('number', run.number, 'mode', run.mode, 'procedure', p.title, 'gatesWaiting',
            (select count(*) from run_step where run_id = run.id and run_step.status = 'awaiting_approval')) order by run.mode = 'drill', run.number desc)
         from run join procedure_version p on p.id = run.procedure_id
         where run.status in ('in_progress', 'paused') and run.site_ids @> array[s.id]) as open_runs
      from site s left join lateral (
        select r.asked_at as at, r.asked_by, (select x.result from check_result x where x.round_id = c.round_id and x.site_id = s.id
          order by array_position(array['failed', 'passed'], x.result) limit 1) as result
        from check_result c join check_round r on r.id = c.round_id
        where c.site_id = s.id and r.step is null order by c.at desc limit 1) found on true
      order by s.name`,
  });
  return {
    sites: rows.map(({ site, at, result, asked_by, changed_since, open_runs }) => ({
      site,
      lastCheck: at === null ? null : { at: at.toISOString(), result, askedBy: asked_by, changedSince: changed_since },
      openRuns: open_runs ?? [],
    })),
  };
}
