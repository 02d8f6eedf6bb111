import { defineConfig } from "vitest/config";
import { SlowFirst } from "./scripts/gate/slow-first.ts";

// `server-only` is empty under this condition and throws without it.
const conditions = ["react-server"];
const server = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } };

/** Ends what hangs, and nothing else: on a machine that others use what takes ten seconds alone has taken a hundred. */
const PATIENCE_MS = 180_000;

export default defineConfig({
  test: {
    // By itself Vitest leaves one core alone, which of two is half.
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        test: {
          name: "unit",
          // Nothing here keeps anything between calls, and loading the modules anew for each file takes as long as the tests.
          isolate: false,
          include: ["{lib,components}/**/*.test.ts", "practice/**/*.test.ts"],
          exclude: ["**/*.db.test.ts"],
          testTimeout: PATIENCE_MS,
        },
      },
      {
        // Starts and kills real processes.
        test: {
          name: "launcher",
          include: ["scripts/**/*.test.ts"],
          exclude: ["**/*.db.test.ts"],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        ...server,
        test: {
          name: "db",
          include: ["{lib,prisma,app,scripts,faults}/**/*.db.test.ts"],
          globalSetup: ["./lib/server/testing/postgres.ts"],
          setupFiles: ["./lib/server/testing/database.ts"],
          // Not threads, which begin faster: V8 has crashed over the WebAssembly of Prisma that they free beside each other.
          pool: "forks",
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
    ],
  },
});
