import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { migrate } from "../scripts/launcher/migrate.js";
import { startPostgres } from "../scripts/launcher/postgres.js";

// The full counts of what is promised when things break (`npm run faults`). The last thing it prints is a table; with
// --write it is kept in docs/faults.md.

const TIMES = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 200);
const BESIDE = 6;

type Cut = import("./cut-connections.ts").Cut;
type Row = { fault: string; times: number; must: string; held: number; seen: string };

const folder = mkdtempSync(path.join(tmpdir(), "switchover-faults-db-"));
chmodSync(folder, 0o755);
const server = await startPostgres({
  dataFolder: folder,
  logFile: path.join(folder, "postgres.log"),
  settings: { max_connections: "300" },
});
// Broken off, it takes its database with it; its workers go by themselves (see startWorker).
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void server.stop().finally(() => process.exit(1)));
}
const databaseUrl = await freshDatabase();
Object.assign(process.env, {
  DATABASE_URL: databaseUrl,
  DATA_DIR: folder,
  AUTH_SECRET: "a secret for faults alone, 32 characters or more",
  LOG_LEVEL: "silent",
});

const { watchLeases } = await import("#lib/server/runs/watch-leases.ts");
const { killWorker, MOMENTS } = await import("./killed-worker.ts");
const { countAwaits, cutAt } = await import("./cut-connections.ts");
const { cutConnections, stopWorker, wrongClock } = await import("./other-faults.ts");
const { hangListener, loseCommits } = await import("./spoilt-lines.ts");

const stopWatching = watchLeases();
let failed = false;
try {
  const rows = [
    await killed(),
    await stopped(),
    await cutEach(),
    await cut(),
    await hung(),
    await lost(),
    await clock(),
  ];
  const report = table(rows);
  failed = rows.some(({ held, times }) => held < times);
  if (process.argv.includes("--write")) writeFileSync("docs/faults.md", `${heading()}\n\n${report}\n`);
  console.log(`\n${heading()}\n\n${report}`);
} finally {
  stopWatching();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

async function freshDatabase(): Promise<string> {
  const address = server.url.replace(/\/postgres$/, "");
  const client = new pg.Client(`${address}/postgres`);
  await client.connect();
  await client.query("create database faults");
  await client.end();
  await migrate(`${address}/faults`, path.resolve("prisma/migrations"));
  return `${address}/faults`;
}

/** Does it so many times, a few beside each other; one that breaks off has not held. */
async function many<T>(times: number, work: (i: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async () => {
    while (next < times) {
      const i = next++;
      try {
        results.push(await work(i));
      } catch (error) {
        brokenOff(error);
      }
      if (results.length % 20 === 0) console.log(`${results.length} of ${times}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(BESIDE, times) }, lane));
  return results;
}

async function killed(): Promise<Row> {
  const results = await many(TIMES, (i) => killWorker(MOMENTS[i % MOMENTS.length] ?? ""));
  const held = results.filter((one) => one.true && one.effects <= 1 && one.shownWithin < 10_000).length;
  const most = Math.max(...results.map(({ effects }) => effects));
  const longest = Math.max(...results.map(({ shownWithin }) => shownWithin));
  return {
    fault: "kill -9 of the worker: before it claims, after, after it has begun, in mid-command, before it reports",
    times: TIMES,
    must: "begun once at most; not shown as running 10 s after; the host tells what happened",
    held,
    seen: `begun at most ${most} time; shown within ${(longest / 1_000).toFixed(1)} s`,
  };
}

async function stopped(): Promise<Row> {
  const times = Math.ceil(TIMES / 10);
  const results = await many(times, stopWorker);
  const held = results.filter(Boolean).length;
  return {
    fault: "the worker is stopped beyond its lease, decided without, and comes back",
    times,
    must: "its late report changes nothing",
    held,
    seen: "",
  };
}

/** Alone, for it cuts everybody's connections; so often that the whole of it is done once for every hundred. */
async function cutEach(): Promise<Row> {
  const awaits = await countAwaits();
  const each = Array.from({ length: awaits }, (_, i) => i + 1).flatMap((at): Cut[] => [
    { at, when: "before" },
    { at, when: "after" },
  ]);
  const cuts = Array.from({ length: Math.ceil(TIMES / 100) }).flatMap(() => each);
  let held = 0;
  for (const one of cuts) if (await cutAt(one).catch(brokenOff)) held += 1;
  return {
    fault: "every connection of the database is cut at each await of a worker, before it asks and once it is answered",
    times: cuts.length,
    must: "it is done once or waits for a decision; nothing lost, nothing twice",
    held,
    seen: `${awaits} awaits from the worker's start to the end of an attempt`,
  };
}

function brokenOff(error: unknown): false {
  console.log(`broken off: ${error instanceof Error ? error.message : String(error)}`);
  return false;
}

async function cut(): Promise<Row> {
  const times = Math.ceil(TIMES / 20);
  let held = 0;
  for (let i = 0; i < times; i++) if (await cutConnections(40)) held += 1;
  return {
    fault: "every connection of the database is cut by the clock, 40 times a run, while commands are sent",
    times,
    must: "nothing lost, nothing twice",
    held,
    seen: `${times * 40} cuts`,
  };
}

async function hung(): Promise<Row> {
  const times = Math.ceil(TIMES / 10);
  const longest = await hangListener(times);
  return {
    fault: "the listening connection of a viewer's process hangs half-open",
    times,
    must: "seen within the poll of 2 s",
    held: longest < 2_500 ? times : 0,
    seen: `within ${(longest / 1_000).toFixed(1)} s`,
  };
}

async function lost(): Promise<Row> {
  const { lost: unanswered, once } = await loseCommits(TIMES);
  return {
    fault: "the answer to COMMIT is lost",
    times: TIMES,
    must: "the same key finds it done once",
    held: once ? TIMES : 0,
    seen: `${unanswered} answers lost`,
  };
}

async function clock(): Promise<Row> {
  const times = Math.ceil(TIMES / 40);
  const results = await many(times, wrongClock);
  return {
    fault: "the worker's clock is an hour ahead",
    times,
    must: "nothing expires early or late",
    held: results.filter(Boolean).length,
    seen: "",
  };
}

function heading(): string {
  const [cpu] = cpus();
  return `# Faults\n\nWhat \`npm run faults -- --write\` counted last, ${new Date().toISOString().slice(0, 10)}, on ${cpus().length} cores (${cpu?.model.trim()}).`;
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ fault, times, must, held, seen }) => `| ${fault} | ${times} | ${must} | ${held} | ${seen} |`,
  );
  return ["| fault | times | must hold | held | seen |", "|---|---|---|---|---|", ...lines].join("\n");
}
