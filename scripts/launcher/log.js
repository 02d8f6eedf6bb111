// @ts-check
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";

const LARGEST = 10_000_000;
const EXCERPT_LINES = 20;

/** A log that a child writes to directly: it goes on when the launcher is gone. */
export class Log {
  /** @param {string} file */
  constructor(file) {
    if (sizeOf(file) > LARGEST) renameSync(file, `${file}.1`);
    this.file = file;
    this.descriptor = openSync(file, "a");
    this.begin = sizeOf(file);
  }

  /** What was written since this log was opened. */
  text() {
    return readFileSync(this.file).subarray(this.begin).toString().trim();
  }

  /** The end of it, for people. */
  excerpt() {
    return this.text().split("\n").slice(-EXCERPT_LINES).join("\n");
  }

  close() {
    closeSync(this.descriptor);
  }
}

/** @param {string} file */
function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
