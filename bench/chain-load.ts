import { registerHooks } from "node:module";
import { performance } from "node:perf_hooks";

// Commands straight on the database, by as many runs at once as told, with the chain or with one that hashes nothing. A
// process of its own for each, so that both begin alike. Prints commands a second.

const [runs = 1, commands = 100, chain = "with"] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];

const NO_CHAIN = `
  export const GENESIS = "0".repeat(64);
  export const chain = (_run, _head, events) => events.map(() => GENESIS);
  export const recordText = () => "";
  export const nextHash = () => GENESIS;`;

if (chain === "without") {
  registerHooks({
    load: (url, context, next) =>
      url.endsWith("/lib/server/record/chain.ts")
        ? { format: "module", source: NO_CHAIN, shortCircuit: true }
        : next(url, context),
  });
}

const { execute } = await import("#lib/server/runs/execute.ts");
const { disconnect } = await import("#lib/server/db.ts");
const { chain: steps, person, started } = await import("#lib/server/testing/runs.ts");

const commander = await person("commander");
const ids: string[] = [];
for (let i = 0; i < runs; i++) ids.push((await started(commander, steps(17))).id);

const note = (id: string, i: number) =>
  execute(commander, id, { type: "note.add", text: `note ${i} of the measurement` });
await Promise.all(ids.map((id) => note(id, 0)));

const began = performance.now();
await Promise.all(
  ids.map(async (id) => {
    for (let i = 0; i < commands; i++) await note(id, i);
  }),
);
console.log(((runs * commands) / (performance.now() - began)) * 1_000);
await disconnect();
