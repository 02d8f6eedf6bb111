import pg from "pg";
import { call, manualSteps, startedRun } from "./api.ts";
import { type Figure, limit, median, repeat, timing } from "./figures.ts";
import type { Product } from "./product.ts";

const FEW = 1_000;
const MANY = 1_000_000;
const SAMPLES = 100;
const SITES = 100;
const PEOPLE = 5_000;

type Page = { runs: { number: number }[]; next: string | null };

/** What is asked of the history: as it comes, deep down, and by each thing that few of the runs have. */
const questions = (newest: number, total: number): Record<string, { query: string; rows: number }> => ({
  "first page": { query: "", rows: 50 },
  "deep page": { query: `&after=${Math.floor(newest - total * 0.9)}`, rows: 50 },
  "of one person": { query: `&person=${idOf("person", 42)}`, rows: total === MANY ? 50 : 1 },
  "at one site": { query: `&site=${idOf("site", 3)}`, rows: total === MANY ? 50 : 19 },
  "with words that one has": { query: `&text=reason%20${total / 2}.`, rows: 1 },
  "with words that none has": { query: "&text=nowhere", rows: 0 },
  "of one day": { query: "&since=2024-06-03&until=2024-06-03", rows: 1 },
  "not over": { query: "&over=no", rows: 1 },
  "with a record that is not signed": { query: "&record=unsigned", rows: 0 },
});

/** The history at a thousand and at a million runs. */
export async function measureHistory(product: Product, databaseUrl: string): Promise<Figure[]> {
  const template = await startedRun(product, "history", manualSteps(1));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const figures: Figure[] = [];
  const medians: Record<string, number> = {};
  for (const total of [FEW, MANY]) {
    await fill(client, template, total);
    for (const [question, { query, rows }] of Object.entries(questions(await newest(product), total))) {
      const samples = await repeat(SAMPLES, async () => {
        const { runs } = await call<Page>(product, "GET", `/api/runs?limit=50${query}`);
        if (runs.length < rows) throw new Error(`${question}: a page of ${runs.length} runs`);
      });
      const settled = samples.slice(SAMPLES / 10);
      medians[`${total} ${question}`] = median(settled);
      figures.push(timing(`history at ${total.toLocaleString("en")} runs, ${question}`, settled));
    }
  }
  await client.end();
  const ratio = (a: string, b: string) => (medians[a] ?? Number.NaN) / (medians[b] ?? Number.NaN);
  return [
    ...figures,
    limit(
      "history, first page: a million against 1,000 runs",
      ratio(`${MANY} first page`, `${FEW} first page`),
      1.3,
      "",
    ),
    limit("history, deep page: a million against 1,000 runs", ratio(`${MANY} deep page`, `${FEW} deep page`), 1.3, ""),
    limit(
      "history at a million runs: deep against first page",
      ratio(`${MANY} deep page`, `${MANY} first page`),
      1.3,
      "",
    ),
    limit(
      "history at a million runs: records that are not signed, of which there are none, against first page",
      ratio(`${MANY} with a record that is not signed`, `${MANY} first page`),
      1.3,
      "",
    ),
  ];
}

async function newest(product: Product): Promise<number> {
  const { runs } = await call<Page>(product, "GET", "/api/runs?limit=1");
  return runs[0]?.number ?? 0;
}

const ID = { site: "00000000-0000-4000-8000-1", person: "00000000-0000-4000-8000-2" };

const idOf = (kind: keyof typeof ID, number: number): string => ID[kind] + String(number).padStart(11, "0");

/** The same in SQL, of a number that is reckoned there. */
const sqlId = (kind: keyof typeof ID, number: string): string =>
  `('${ID[kind]}' || lpad((${number})::text, 11, '0'))::uuid`;

/**
 * Copies one run's row until there are so many, each ended at a time, at sites, by people and for a reason of its own;
 * steps and events are not looked at by the history.
 */
async function fill(client: pg.Client, template: string, total: number): Promise<void> {
  await client.query(
    `insert into run (id, seq, procedure_id, procedure_key, mode, type, status, sites, site_ids, person_ids, deviations,
       facts, commander_id, commander_name, declared_at, created_at, started_at, ended_at, search, told_seq, sealed_seq)
     select gen_random_uuid(), seq, procedure_id, procedure_key, mode, type,
       (array['completed', 'aborted', 'failed'])[1 + i % 3], sites,
       array[${sqlId("site", `i % ${SITES}`)}, ${sqlId("site", `i * 7 % ${SITES}`)}],
       array[${sqlId("person", `i % ${PEOPLE}`)}, ${sqlId("person", `i * 13 % ${PEOPLE}`)}],
       case when i % 50 = 0 then array['skipped'] else '{}' end, facts, commander_id, commander_name, declared_at,
       timestamptz '2024-06-03' + i * interval '1 minute', timestamptz '2024-06-03' + i * interval '1 minute', now(),
       format('site %s person %s reason %s.', i % ${SITES}, i % ${PEOPLE}, i), seq, seq
     from run, generate_series(1, $2::int - (select count(*)::int from run)) as i where id = $1`,
    [template, total],
  );
  await client.query("vacuum analyze run");
}
