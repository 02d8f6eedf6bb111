import { execFileSync } from "node:child_process";
import path from "node:path";
import { findChromium } from "../scripts/gate/chromium.js";

/** The browser that measures: the one people use, where it is installed. Throws where there is none. */
export function benchBrowser(): string {
  const file = findChromium({ whole: true });
  if (!file)
    throw new Error('Chromium is missing: install the Debian package "chromium", or name one in CHROMIUM_PATH.');
  return file;
}

/** "chromium 156.0.8078.114". */
export function browserName(): string {
  const file = benchBrowser();
  const said = execFileSync(file, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return `${path.basename(file)} ${/\d+(\.\d+)+/.exec(said)?.[0] ?? said.trim()}`;
}
