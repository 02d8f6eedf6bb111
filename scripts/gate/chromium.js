// @ts-check
import { existsSync } from "node:fs";
import path from "node:path";

/** The shell has all of Chromium but its windows: the tests take a fifth less of the processor. */
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

/** The browser of this machine: none is downloaded. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const installed = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? "", ...installed].find((file) => file !== "" && existsSync(file));
}
