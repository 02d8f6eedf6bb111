import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { atLeast, type Figure, limit, median, repeat } from "./figures.ts";

const ROUNDS = 5;
const EVENTS = 1_000_000;

/** What the chain costs commands, with and without it in turns, and how long a million events take to verify. */
export async function measureRecord(databaseUrl: string, folder: string): Promise<Figure[]> {
  return [
    atLeast("commands a second with the chain against without, one run", chainCost(databaseUrl, 1, 400), 0.85),
    atLeast("the same with 16 runs at once", chainCost(databaseUrl, 16, 60), 0.75),
    limit("verifying a million events offline", await verifyMany(folder), 5, "s"),
  ];
}

function chainCost(databaseUrl: string, runs: number, commands: number): number {
  const load = (chain: "with" | "without"): number => {
    const args = ["--conditions=react-server", "bench/chain-load.ts", String(runs), String(commands), chain];
    const env = {
      ...process.env,
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: "a secret of the measurement",
      LOG_LEVEL: "error",
    };
    return Number(
      execFileSync(process.execPath, args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }),
    );
  };
  const ratios = Array.from({ length: ROUNDS }, () => {
    const without = load("without");
    return load("with") / without;
  });
  return median(ratios);
}

async function verifyMany(folder: string): Promise<number> {
  const file = path.join(folder, "million.jsonl");
  await pipeline(Readable.from(bundle()), createWriteStream(file));
  const [took = 0] = await repeat(1, async () => {
    execFileSync(process.execPath, ["public/verify.mjs", file], { stdio: "ignore" });
  });
  return took / 1_000;
}

/** A run that goes on, as long as none ever was. */
function* bundle(): Generator<string> {
  const runId = "00000000-0000-4000-8000-000000000001";
  yield `${JSON.stringify({ format: "switchover-bundle/1", run: { id: runId, label: "R-0001" }, chainedLater: 0 })}\n`;
  let head = "0".repeat(64);
  let lines = "";
  for (let seq = 1; seq <= EVENTS; seq++) {
    const type = seq === 1 ? "run.created" : "note.added";
    const run = seq === 1 ? '"run":{"number":1},' : "";
    const text = `{"actor":{"id":"${runId}","kind":"person","name":"Mei Mori","role":"commander"},"at":"2026-01-01T00:00:00.000Z","event":{${run}"step":"12","text":"event ${seq} of many, as long as most of them are","type":"${type}"},"runId":"${runId}","seq":${seq}}`;
    head = createHash("sha256").update(head, "hex").update(text).digest("hex");
    lines += `["${head}",${text}]\n`;
    if (seq % 1_000 === 0) {
      yield lines;
      lines = "";
    }
  }
  yield `${lines}${JSON.stringify({ end: { events: EVENTS, head } })}\n`;
}
