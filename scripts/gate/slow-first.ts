import path from "node:path";
import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** What takes longest, or waits most: begun first, so that the rest fills the time it leaves, and none is last alone. */
const SLOW = [
  "faults/faults.db.test.ts",
  "practice/practice.test.ts",
  "lib/worker/worker-process.db.test.ts",
  "scripts/launcher/launch.test.ts",
  "lib/domain/run/run.property.test.ts",
  "app/api/session/session.db.test.ts",
  "lib/worker/executors/ssh.test.ts",
  "lib/worker/executors/process.test.ts",
];

/** The same order everywhere: the slow ones, then the others by name, whatever an earlier run has left in the cache. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => this.#place(a) - this.#place(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }

  #place({ moduleId }: TestSpecification): number {
    const place = SLOW.indexOf(path.relative(this.ctx.config.root, moduleId));
    return place < 0 ? SLOW.length : place;
  }
}
