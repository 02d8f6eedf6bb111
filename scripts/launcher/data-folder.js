// @ts-check
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { errorCode, errorMessage, StartFailure } from "./failure.js";

/**
 * Makes the data folder and the folder of logs in it. Throws StartFailure when they cannot be written.
 * @param {string} dataFolder
 */
export function makeDataFolder(dataFolder) {
  const logs = logFolder(dataFolder);
  try {
    mkdirSync(logs, { recursive: true });
    for (const folder of [dataFolder, logs]) accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartFailure(`The data folder ${dataFolder} cannot be written (${errorMessage(error)}).`, {
      cause: error,
    });
  }
}

/** @param {string} dataFolder */
const logFolder = (dataFolder) => path.join(dataFolder, "logs");

/**
 * @param {string} dataFolder
 * @param {"install" | "build" | "postgres" | "prepare" | "web" | "worker"} name
 */
export const logFile = (dataFolder, name) => path.join(logFolder(dataFolder), `${name}.log`);

/**
 * The secret that signs sessions, made at the first start. Without it every session would end with each start.
 * @param {string} dataFolder
 */
export const keepSecret = (dataFolder) =>
  keep(path.join(dataFolder, "auth.secret"), () => randomBytes(32).toString("base64url"));

/**
 * The file of the key that signs the records of runs, made at the first start. Only the worker is told of it.
 * @param {string} dataFolder
 */
export function keepSigningKey(dataFolder) {
  const file = path.join(dataFolder, "signing-key.pem");
  keep(file, () => generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  return file;
}

/**
 * What is in the file; where there is none yet, what is made for it now.
 * @param {string} file
 * @param {() => string} make
 */
function keep(file, make) {
  try {
    writeFileSync(file, make(), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new StartFailure(`${file} cannot be read (${errorMessage(error)}).`, { cause: error });
  }
}
