// @ts-check
import { parseArgs } from "node:util";
import { installMissing, resetSites } from "./initial-state.js";

// Brings both practice sites back to their initial state; with --missing it only creates what is not there.
try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { missing: { type: "boolean" } } });
  const root = positionals[0] ?? ".data/practice";
  await (values.missing ? installMissing(root) : resetSites(root));
  console.log(`Practice: both sites are ready in ${root}`);
} catch (error) {
  console.error(`Practice: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
