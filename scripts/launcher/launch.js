// @ts-check
import { watch } from "node:fs";
import path from "node:path";
import { build } from "./build.js";
import { Child } from "./child.js";
import { keepSecret, keepSigningKey, logFile } from "./data-folder.js";
import { connect } from "./database.js";
import { StartFailure } from "./failure.js";
import { untilHealthy } from "./health.js";
import { lockFolder } from "./lock.js";
import { migrate } from "./migrate.js";
import { phase } from "./phase.js";
import { refuseTakenPort } from "./port.js";
import { startPostgres } from "./postgres.js";
import { prepare } from "./prepare.js";
import { grantRights, grantRoles } from "./roles.js";
import { localUrl } from "./settings.js";
import { welcome } from "./welcome.js";

/**
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {import("./product.js").Product} Product
 * @typedef {AsyncDisposable & { url: string, ended: () => Promise<void> }} Database
 */

/** What a launcher that was killed leaves behind may hold the port until it has ended. */
const RECOVERS_WITHIN = 20_000;

/**
 * Runs the product until `stop`: whatever was started is then stopped in reverse order. Throws StartFailure.
 * @param {Settings} settings
 * @param {Product} product
 * @param {AbortSignal} stop
 */
export async function launch(settings, product, stop) {
  await using lock = await lockFolder(settings.dataFolder);
  await refuseTakenPort(settings, lock.recovered ? RECOVERS_WITHIN : 0);
  await using database = await phase("Database", () => openDatabase(settings));
  await buildAll(settings, product, stop);
  await phase("Migrate", () => migrate(database.url, product.migrations)); // not for a version that cannot be built
  stop.throwIfAborted();
  const environment = childEnvironment(settings);
  const owner = { ...environment, DATABASE_URL: database.url };
  const entrance = await phase("Prepare", () => runPrepare(settings, product, { env: owner, stop }));
  await using children = startChildren(settings, product, await programEnvironments(settings, database, environment));
  await phase("Start", () => children.ready(stop));
  children.keepRunning(stop);
  console.log(welcome(settings, entrance));
  await Promise.race([untilAborted(stop), database.ended().then(refuseLostDatabase)]);
}

/**
 * @param {Settings} settings
 * @returns {Promise<Database>}
 */
async function openDatabase({ databaseUrl, dataFolder }) {
  if (databaseUrl) {
    const client = await connect(databaseUrl);
    await client.end();
    return { url: databaseUrl, ended: () => new Promise(() => {}), [Symbol.asyncDispose]: async () => {} };
  }
  const server = await startPostgres({ dataFolder, logFile: logFile(dataFolder, "postgres") });
  return { url: server.url, ended: server.ended, [Symbol.asyncDispose]: server.stop };
}

/**
 * @param {Settings} settings
 * @param {Product} product
 * @param {AbortSignal} stop
 */
async function buildAll({ root, dataFolder }, product, stop) {
  for (const step of product.build) await build(step, { root, logFile: logFile(dataFolder, "build"), stop }, phase);
}

/**
 * Web and worker with what each of them is told: the database as a role that owns nothing, and of the key that signs
 * records only the worker. The roles of a database of one's own are given, and may be its owner.
 * @param {Settings} settings
 * @param {Database} database
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<Record<"web" | "worker", NodeJS.ProcessEnv>>}
 */
async function programEnvironments({ databaseUrl, programUrls, dataFolder }, database, environment) {
  const { web, worker } = databaseUrl ? await grantRights(databaseUrl, programUrls) : await grantRoles(database.url);
  return {
    web: { ...environment, DATABASE_URL: web },
    worker: { ...environment, DATABASE_URL: worker, SIGNING_KEY_FILE: keepSigningKey(dataFolder) },
  };
}

/**
 * @param {Settings} settings
 * @returns {NodeJS.ProcessEnv}
 */
function childEnvironment({ baseUrl, dataFolder, dev }) {
  return {
    ...process.env,
    BASE_URL: baseUrl,
    DATA_DIR: dataFolder,
    AUTH_SECRET: process.env.AUTH_SECRET || keepSecret(dataFolder),
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // Makes starting a third faster.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || path.join(dataFolder, "compile-cache"),
  };
}

/**
 * @param {Settings} settings
 * @param {Product} product
 * @param {{ env: NodeJS.ProcessEnv, stop: AbortSignal }} options
 */
function runPrepare({ root, dataFolder }, product, options) {
  return prepare({ args: product.prepare, cwd: root, logFile: logFile(dataFolder, "prepare"), ...options });
}

/**
 * @param {Settings} settings
 * @param {Product} product
 * @param {Record<"web" | "worker", NodeJS.ProcessEnv>} env
 */
function startChildren({ root, dataFolder, host, port }, product, env) {
  /** @param {"web" | "worker"} name */
  const start = (name) =>
    new Child({ name, args: product[name], cwd: root, env: env[name], logFile: logFile(dataFolder, name) });
  const [web, worker] = [start("web"), start("worker")];
  return {
    /** @param {AbortSignal} stop */
    ready: (stop) =>
      Promise.race([untilHealthy(`${localUrl(host, port)}/api/health`, stop), web.refuseToEnd(), worker.refuseToEnd()]),
    /** @param {AbortSignal} stop */
    keepRunning(stop) {
      for (const child of [web, worker]) void child.keepRunning(console.log);
      if (product.watched) watchSources(product.watched, () => worker.restart(), stop);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([web.stop(), worker.stop()]);
    },
  };
}

/**
 * Next.js watches what it serves; nobody watches what the worker runs. (`node --watch` outlives a killed launcher.)
 * @param {string} folder
 * @param {() => void} changed
 * @param {AbortSignal} stop
 */
function watchSources(folder, changed, stop) {
  watch(folder, { recursive: true, signal: stop }, (_, name) => {
    if (name?.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("client/")) changed();
  });
}

/**
 * @param {AbortSignal} stop
 * @returns {Promise<void>}
 */
function untilAborted(stop) {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener("abort", () => resolve());
  });
}

function refuseLostDatabase() {
  throw new StartFailure("PostgreSQL has ended by itself, so the console was stopped: see logs/postgres.log.");
}
