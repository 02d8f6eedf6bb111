import type { CommandResult, RunView } from "#lib/contract/runs.ts";
import type { Command } from "#lib/domain/run/command.ts";
import type { Product } from "./product.ts";

/** Calls the product's HTTP API as any program would. */
export async function call<T>(product: Product, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(product.baseUrl + path, {
    method,
    headers: { cookie: product.cookie, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json() as Promise<T>;
}

export const send = (product: Product, runId: string, command: Command): Promise<CommandResult> =>
  call(product, "POST", `/api/runs/${runId}/commands`, { command });

export type BenchStep = { dependsOn?: string[] } & ({ kind: "manual" } | { kind: "automated"; argv: string[] });

/** A started run of as many steps, none of which waits for another unless it says so, at the first site or the given one. */
export async function startedRun(product: Product, name: string, steps: BenchStep[], siteId?: string): Promise<string> {
  const document = {
    format: "switchover-procedure/1",
    key: `bench-${name}`,
    title: `Bench ${name}`,
    roles: [{ key: "source", title: "Source" }],
    phases: [{ title: "All", steps: steps.map(toStep) }],
  };
  const { id } = await call<{ id: string }>(product, "POST", "/api/procedures", { document: JSON.stringify(document) });
  const { sites } = await call<{ sites: { id: string }[] }>(product, "GET", "/api/sites");
  const { run } = await call<RunView>(product, "POST", "/api/runs", {
    procedureId: id,
    mode: "drill", // which holds no site against the next one
    type: "planned",
    sites: { source: siteId ?? sites[0]?.id },
    start: true,
  });
  return run.id;
}

const toStep = (step: BenchStep, i: number) => ({
  number: String(i + 1),
  title: `Step ${i + 1}`,
  roles: ["source"],
  dependsOn: step.dependsOn ?? [],
  kind: step.kind,
  inDrill: "run",
  ...(step.kind === "automated" && { action: { argv: step.argv } }),
});

export const manualSteps = (count: number): BenchStep[] => Array.from({ length: count }, () => ({ kind: "manual" }));
export const noOpSteps = (count: number): BenchStep[] =>
  Array.from({ length: count }, () => ({ kind: "automated", argv: ["/bin/true"] }));
