// @ts-check
// Starts one more worker (`npm run worker -- --sites NAME,...`), on any machine that reaches the database.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { bootstrap } from "./launcher/bootstrap.js";
import { ENDS_WITH_LAUNCHER } from "./launcher/command.js";
import { logFile, makeDataFolder } from "./launcher/data-folder.js";
import { StartFailure } from "./launcher/failure.js";
import { runProgram } from "./launcher/program.js";
import { ROOT } from "./launcher/settings.js";

await runProgram(async (stop) => {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl)
    throw new StartFailure("DATABASE_URL is not set: a worker needs the address of the console's database.");
  const dataFolder = path.resolve(ROOT, process.env.DATA_DIR || ".data");
  makeDataFolder(dataFolder);
  const install = { root: ROOT, development: false, logFile: logFile(dataFolder, "install"), stop };
  const exitCode = await bootstrap(install);
  if (exitCode !== undefined) return exitCode;

  // Not earlier: these need the packages and the pinned Node.js.
  const { build, databaseClient } = await import("./launcher/build.js");
  const { connect } = await import("./launcher/database.js");
  const { phase } = await import("./launcher/phase.js");
  await build(databaseClient, { root: ROOT, logFile: logFile(dataFolder, "build"), stop }, phase);
  await phase("Database", async () => (await connect(databaseUrl)).end());
  return await run(dataFolder, stop);
});

/**
 * The worker ends by itself when it is asked to, however long what it runs takes: see --drain-seconds.
 * @param {string} dataFolder
 * @param {AbortSignal} stop
 */
async function run(dataFolder, stop) {
  const args = [ENDS_WITH_LAUNCHER, "--conditions=react-server", "lib/worker/main.ts", ...process.argv.slice(2)];
  const env = { ...process.env, DATA_DIR: dataFolder, NODE_ENV: process.env.NODE_ENV ?? "production" };
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  stop.addEventListener("abort", () => child.kill("SIGTERM"));
  const [code] = await once(child, "exit");
  return code ?? 1;
}
