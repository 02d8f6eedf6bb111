import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startSshd } from "#lib/worker/testing/sshd.ts";
import { type BenchStep, call, noOpSteps, send, startedRun } from "./api.ts";
import { type Figure, limit, median, p99, rate, timing } from "./figures.ts";
import type { Product } from "./product.ts";
import { Viewers } from "./viewers.ts";

const SAMPLES = 150;
const WARM = 20;
/** A person presses no faster; a host needs a moment to have the next session ready. */
const SSH_PAUSE_MILLISECONDS = 200;
const QUEUED = 200;
const QUEUED_TIMES = 3;

/** From pressing Run on a command that does nothing to another viewer having its step completed. */
export async function measureAutomated(product: Product): Promise<Figure[]> {
  const samples = await pressed(product, { name: "automated" });
  const goal = { median: 15, p99: 25 };
  return [timing("Run pressed on a no-op command -> another viewer has `completed`", samples, goal)];
}

type Pressing = { name: string; siteId?: string; pauseMilliseconds?: number };

async function pressed(product: Product, { name, siteId, pauseMilliseconds = 0 }: Pressing): Promise<number[]> {
  const runId = await startedRun(product, name, noOpSteps(SAMPLES + WARM + 1), siteId);
  const viewers = await Viewers.open(1, `${product.baseUrl}/api/runs/${runId}/events`, product.cookie);
  const samples: number[] = [];
  for (let i = 0; i < SAMPLES + WARM; i++) {
    const step = String(i + 1);
    const seen = viewers.allSee('"step.completed"', `"step":"${step}"`);
    const began = performance.now();
    await send(product, runId, { type: "step.start", step });
    samples.push((await seen) - began);
    if (pauseMilliseconds > 0) await sleep(pauseMilliseconds);
  }
  viewers.close();
  return samples.slice(WARM);
}

/** The same over SSH, to a server of its own on loopback, over a connection that is open already. */
export async function measureSsh(product: Product, dataFolder: string): Promise<Figure[]> {
  const sshd = await startSshd();
  try {
    const folder = path.join(dataFolder, "credentials");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(folder, "bench"), sshd.key, { mode: 0o600 });
    const connections = { ssh: { main: sshd.connection({ credential: "bench" }) } };
    const site = { key: "bench-ssh", name: "Reached by SSH", connections };
    const { id } = await call<{ id: string }>(product, "POST", "/api/sites", site);
    const samples = await pressed(product, { name: "ssh", siteId: id, pauseMilliseconds: SSH_PAUSE_MILLISECONDS });
    const what = "the same over SSH, on a warm connection, with 200 ms between two";
    return [{ ...limit(what, median(samples), 40, "ms"), p99: `${p99(samples).toFixed(0)} ms` }];
  } finally {
    await sshd.stop();
  }
}

/** From letting ready steps run by themselves, all at once, until the last of the steps that wait for them is ready. */
export async function measureQueue(product: Product): Promise<Figure[]> {
  const perSecond: number[] = [];
  for (let i = 0; i < QUEUED_TIMES; i++) {
    const runId = await startedRun(product, "queue", [...noOpSteps(QUEUED), ...GATHERED]);
    const url = `${product.baseUrl}/api/runs/${runId}/events`;
    const viewers = await Promise.all(GATHERED.map(() => Viewers.open(1, url, product.cookie)));
    const seen = viewers.map((viewer, each) => viewer.allSee('"step.readied"', `"step":"${QUEUED + each + 1}"`));
    const began = performance.now();
    await send(product, runId, { type: "run.automate", on: true });
    perSecond.push(QUEUED / ((Math.max(...(await Promise.all(seen))) - began) / 1_000));
    for (const viewer of viewers) viewer.close();
  }
  return [rate(`${QUEUED} no-op commands queued at once, done by one worker`, median(perSecond), 100)];
}

/** A step waits for 50 others at most. */
const GATHERED: BenchStep[] = Array.from({ length: QUEUED / 50 }, (_, group) => ({
  kind: "manual",
  dependsOn: Array.from({ length: 50 }, (_, i) => String(group * 50 + i + 1)),
}));
