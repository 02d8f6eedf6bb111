import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { migrate } from "../scripts/launcher/migrate.js";
import { startPostgres } from "../scripts/launcher/postgres.js";
import { measureAutomated, measureQueue, measureSsh } from "./automated.ts";
import { browserName } from "./browser.ts";
import { type Figure, limit, table, withRows } from "./figures.ts";
import { measureHistory } from "./history.ts";
import { measureLive } from "./live.ts";
import { measureOutput } from "./output.ts";
import { measurePage } from "./page.ts";
import { startProduct } from "./product.ts";
import { measureRecord } from "./record.ts";
import { measureRunSize } from "./run-size.ts";

// Measures the promises against the production build, prints them, and with --write keeps them in docs/performance.md.
// With --record it measures only what the record costs, which needs no build, with --page only what a browser makes of the
// run page, whose rows --write then puts in the place of those before. It fails where a goal is missed.

const RECORD_ONLY = process.argv.includes("--record");
const PAGE_ONLY = process.argv.includes("--page");
const WRITES = process.argv.includes("--write");
const PORT = 4_180;
const FIRST_PAGE_MILLISECONDS = 3_000;
const MEMORY_MIB = 500;

const INTRODUCTION = `# Performance

What \`npm run bench -- --write\` measured last. Ratios hold from machine to machine, absolute times do not: the floor
beside each live figure was measured in the same run, with the same viewers.
`;

const WRITTEN = path.resolve(import.meta.dirname, "../docs/performance.md");
/** What follows the table is written by people, and kept. */
const EXPLAINED = "\n## What misses its goal, and why\n";
const PAGE = "The rows of the run page:";

const dataFolder = mkdtempSync(path.join(tmpdir(), "switchover-bench-"));
chmodSync(dataFolder, 0o755);
const server = await startPostgres({ dataFolder, logFile: path.join(dataFolder, "postgres.log") });
const place = { dataFolder, databaseUrl: server.url, port: PORT };

// Broken off, it takes its database with it.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void server.stop().finally(() => process.exit(1)));
}

try {
  const figures = RECORD_ONLY ? await measureRecordAlone() : PAGE_ONLY ? await measurePageAlone() : await measure();
  const report = `${headings().join("\n")}\n\n${table(figures)}\n`;
  console.log(`\n${report}`);
  if (WRITES && PAGE_ONLY) writeFileSync(WRITTEN, withRows(withPageHeading(readFileSync(WRITTEN, "utf8")), figures));
  if (WRITES && !PAGE_ONLY && !RECORD_ONLY) writeFileSync(WRITTEN, `${INTRODUCTION}\n${report}${explanation()}`);
  if (figures.some(({ met }) => met === false)) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function measureRecordAlone(): Promise<Figure[]> {
  await migrate(place.databaseUrl, path.resolve(import.meta.dirname, "../prisma/migrations"));
  return measureRecord(place.databaseUrl, dataFolder);
}

async function measurePageAlone(): Promise<Figure[]> {
  const product = await startProduct(place);
  try {
    return await measurePage(product);
  } finally {
    await product.stop();
  }
}

async function measure(): Promise<Figure[]> {
  console.log("First start, which may build:");
  await startProduct(place).then((first) => first.stop());
  console.log("Second start, nothing changed:");
  const product = await startProduct(place);
  try {
    const start = limit("second start to the first page", product.startMilliseconds, FIRST_PAGE_MILLISECONDS, "ms");
    const memory = limit("resident memory of web and worker after the start", product.memory(), MEMORY_MIB, "MiB");
    const live = await measureLive(product, place.databaseUrl);
    const automated = [
      ...(await measureAutomated(product)),
      ...(await measureSsh(product, dataFolder)),
      ...(await measureQueue(product)),
    ];
    const output = await measureOutput(product);
    const size = await measureRunSize(product);
    const busy = limit("the same after the measurements above", product.memory(), MEMORY_MIB, "MiB");
    const page = await measurePage(product);
    const history = await measureHistory(product, place.databaseUrl);
    const record = await measureRecord(place.databaseUrl, dataFolder);
    return [...live, ...automated, ...output, ...size, ...page, ...history, ...record, start, memory, busy];
  } finally {
    await product.stop();
  }
}

function explanation(): string {
  const written = readFileSync(WRITTEN, "utf8");
  const at = written.indexOf(EXPLAINED);
  return at === -1 ? EXPLAINED : written.slice(at);
}

/** When and where it was measured; a line for the rows of the run page, which may be measured anew by themselves. */
function headings(): string[] {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const machine = `${cpus().length} cores (${cpu?.model.trim()}), ${memory} GiB, ${process.platform} ${process.arch}`;
  const here = `${new Date().toISOString().slice(0, 10)} on ${machine}, Node.js ${process.version}, loopback`;
  if (RECORD_ONLY) return [`Measured ${here}.`];
  return PAGE_ONLY ? [`${PAGE} ${here}, ${browserName()}.`] : [`Measured ${here}.`, `${PAGE} by ${browserName()}.`];
}

/** What was written before, saying of the rows of the run page that they are of now. Throws where it says nothing of them. */
function withPageHeading(written: string): string {
  const before = written.split("\n").find((line) => line.startsWith(`${PAGE} `));
  if (before === undefined) throw new Error(`No line begins with "${PAGE}": measure all of it, with --write alone.`);
  return written.replace(before, () => headings().join("\n"));
}
