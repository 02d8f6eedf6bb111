import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { endServer, readPidFile } from "../launcher/postmaster.js";

export function makeDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "switchover-launcher-"));
  chmodSync(folder, 0o755); // as root, PostgreSQL runs as another account
  return folder;
}

/** A data folder for one test. A PostgreSQL that still runs in it is ended with the test. */
export function temporaryDataFolder(): string {
  const folder = makeDataFolder();
  onTestFinished(async () => {
    const cluster = clusterOf(folder);
    const running = readPidFile(cluster);
    if (running) await endServer(running.pid, cluster);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

export const clusterOf = (dataFolder: string): string => path.join(dataFolder, "postgres/data");
