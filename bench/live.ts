import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { RunView } from "#lib/contract/runs.ts";
import { call, manualSteps, send, startedRun } from "./api.ts";
import { type Figure, timing } from "./figures.ts";
import type { Product } from "./product.ts";
import { Viewers } from "./viewers.ts";

const SAMPLES = 150;
const WARM = 20;
const GOAL = { median: 12, p99: 25 };

/** From "mark a step done" to the last viewer having the event, beside the floor measured with the same viewers. */
export async function measureLive(product: Product, databaseUrl: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const count of [1, 50, 200]) {
    const floor = await measureFloor(databaseUrl, count);
    figures.push(timing(`floor: insert, NOTIFY and ${count} plain event streams`, floor));
    const own = await measureRun(product, count);
    figures.push(timing(`step marked done -> last of ${count} viewers has it`, own, count === 200 ? GOAL : undefined));
  }
  return figures;
}

async function measureRun(product: Product, count: number): Promise<number[]> {
  const runId = await startedRun(product, `live-${count}`, manualSteps(SAMPLES + WARM + 1));
  for (let i = 0; i < SAMPLES + WARM; i++) await send(product, runId, { type: "step.start", step: String(i + 1) });
  const { run } = await call<RunView>(product, "GET", `/api/runs/${runId}`);
  const url = `${product.baseUrl}/api/runs/${runId}/events?after=${run.seq}`;
  const viewers = await Viewers.open(count, url, product.cookie);
  const samples: number[] = [];
  for (let i = 0; i < SAMPLES + WARM; i++) {
    const step = String(i + 1);
    const seen = viewers.allSee('"step.completed"', `"step":"${step}"`);
    const began = performance.now();
    await send(product, runId, { type: "step.complete", step });
    samples.push((await seen) - began);
  }
  viewers.close();
  return samples.slice(WARM);
}

async function measureFloor(databaseUrl: string, count: number): Promise<number[]> {
  const floor = spawn(process.execPath, [path.join(import.meta.dirname, "floor.ts")], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = await once(floor.stdout, "data");
  const url = `http://127.0.0.1:${String(port).trim()}`;
  const viewers = await Viewers.open(count, url, "");
  const samples: number[] = [];
  for (let i = 0; i < SAMPLES + WARM; i++) {
    const seen = viewers.allSee(`event-${i}-`);
    const began = performance.now();
    await fetch(url, { method: "POST", body: `event-${i}-` }).then((answer) => answer.text());
    samples.push((await seen) - began);
  }
  viewers.close();
  floor.kill("SIGTERM");
  await once(floor, "exit");
  return samples.slice(WARM);
}
