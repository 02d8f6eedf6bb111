import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

/** Where screens and printed pages are kept for people to look at. */
export const SCREENS = path.join("test-results", "screens");
export const PRINTS = path.join("test-results", "prints");

/** What no test shows any more would else be looked at for ever. The folders stay: tests beside may be writing into them. */
export function dropKeptFiles(): void {
  for (const folder of [SCREENS, PRINTS]) {
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder)) rmSync(path.join(folder, file));
  }
}
