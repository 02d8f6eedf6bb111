import { defineConfig } from "vitest/config";

// `server-only` is empty under this condition and throws without it.
const conditions = ["react-server"];
const server = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "practice/**/*.test.ts"],
          exclude: ["**/*.db.test.ts"],
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
          pool: "forks",
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
