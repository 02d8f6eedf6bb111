import { defineConfig } from "vitest/config";
import { SlowFirst } from "./scripts/gate/slow-first.ts";

// `server-only` is empty under this condition and throws without it.
const conditions = ["react-server"];
const server = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } };

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
          testTimeout: 20_000,
        },
      },
      {
        // Starts and kills real processes.
        test: {
          name: "launcher",
          include: ["scripts/**/*.test.ts"],
          exclude: ["**/*.db.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
