// @ts-check
// All checks and tests (`npm test`). The last line counts them.
import path from "node:path";
import { bootstrap } from "./launcher/bootstrap.js";
import { logFile, makeDataFolder } from "./launcher/data-folder.js";
import { explain, runProgram } from "./launcher/program.js";
import { ROOT } from "./launcher/settings.js";

const dataFolder = path.join(ROOT, ".data");

await runProgram(async (stop) => {
  try {
    makeDataFolder(dataFolder);
    const exitCode = await bootstrap({ root: ROOT, development: true, logFile: logFile(dataFolder, "install"), stop });
    return exitCode ?? (await runSuites(stop));
  } catch (error) {
    stop.throwIfAborted();
    console.log(explain(error));
    return report({ passed: 0, failed: 1 });
  }
});

/** @param {AbortSignal} stop */
async function runSuites(stop) {
  const { suites } = await import("./gate/suites.js"); // not earlier: it needs the pinned Node.js
  const total = { passed: 0, failed: 0 };
  for (const stage of suites(dataFolder)) {
    stop.throwIfAborted();
    const running = stage.map((suite) => timed(suite, stop));
    for (const ending of running) {
      const { name, seconds, passed, failed, output } = await ending;
      if (failed > 0) console.log(output);
      console.log(
        `${name.padEnd(18)}${seconds.padStart(6)} s   ${passed} passed${failed > 0 ? `, ${failed} failed` : ""}`,
      );
      total.passed += passed;
      total.failed += failed;
    }
  }
  return report(total);
}

/**
 * @param {import("./gate/suite.js").Suite} suite
 * @param {AbortSignal} stop
 */
async function timed({ name, run }, stop) {
  const begin = performance.now();
  const outcome = await run({ root: ROOT, stop }).catch(broken);
  return { name, seconds: ((performance.now() - begin) / 1000).toFixed(1), ...outcome };
}

/**
 * A suite that could not even run has failed.
 * @param {unknown} error
 */
function broken(error) {
  return { passed: 0, failed: 1, output: explain(error) };
}

/**
 * Prints the last line, and returns the exit code.
 * @param {{ passed: number, failed: number }} total
 */
function report({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
