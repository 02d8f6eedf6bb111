import pg from "pg";
import { call, manualSteps, startedRun } from "./api.ts";
import { type Figure, limit, median, repeat, timing } from "./figures.ts";
import type { Product } from "./product.ts";

const FEW = 1_000;
const MANY = 100_000;
const SAMPLES = 100;

type Page = { runs: { number: number }[]; next: string | null };

/** The history's page at a thousand and at a hundred thousand runs, the first one and one deep down. */
export async function measureHistory(product: Product, databaseUrl: string): Promise<Figure[]> {
  const template = await startedRun(product, "history", manualSteps(1));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const figures: Figure[] = [];
  const medians: Record<string, number> = {};
  for (const [name, total] of [
    ["few", FEW],
    ["many", MANY],
  ] as const) {
    await fill(client, template, total);
    for (const [place, after] of [
      ["first", ""],
      ["deep", `&after=${Math.floor((await newest(product)) - total * 0.9)}`],
    ] as const) {
      const samples = await repeat(SAMPLES, async () => {
        const { runs } = await call<Page>(product, "GET", `/api/runs?limit=50${after}`);
        if (runs.length !== 50) throw new Error(`a page of ${runs.length} runs`);
      });
      const settled = samples.slice(SAMPLES / 10);
      medians[`${name} ${place}`] = median(settled);
      figures.push(timing(`history at ${total.toLocaleString("en")} runs, ${place} page`, settled));
    }
  }
  await client.end();
  const ratio = (a: string, b: string) => (medians[a] ?? Number.NaN) / (medians[b] ?? Number.NaN);
  return [
    ...figures,
    limit("history, first page: 100,000 against 1,000 runs", ratio("many first", "few first"), 1.3, ""),
    limit("history, deep page: 100,000 against 1,000 runs", ratio("many deep", "few deep"), 1.3, ""),
    limit("history at 100,000 runs: deep against first page", ratio("many deep", "many first"), 1.3, ""),
  ];
}

async function newest(product: Product): Promise<number> {
  const { runs } = await call<Page>(product, "GET", "/api/runs?limit=1");
  return runs[0]?.number ?? 0;
}

/** Copies one run's row until there are so many; steps and events are not looked at by the history. */
async function fill(client: pg.Client, template: string, total: number): Promise<void> {
  await client.query(
    `insert into run (id, seq, procedure_id, procedure_key, mode, type, status, sites, site_ids, facts, commander_id,
       commander_name, declared_at, created_at, started_at, search, told_seq)
     select gen_random_uuid(), seq, procedure_id, procedure_key, mode, type, status, sites, site_ids, facts, commander_id,
       commander_name, declared_at, created_at, started_at, search, seq
     from run, generate_series(1, $2::int - (select count(*)::int from run)) where id = $1`,
    [template, total],
  );
  await client.query("vacuum analyze run");
}
