import { mkdtempSync } from "node:fs";
import path from "node:path";
import { inject, vi } from "vitest";
import { createDatabase } from "#lib/server/testing/create-database.ts";

// Each test file has a database and a data folder of its own, named before anything reads the environment.
vi.stubEnv("DATABASE_URL", await createDatabase("migrated"));
vi.stubEnv("DATA_DIR", mkdtempSync(path.join(inject("folder"), "data-")));
vi.stubEnv("BASE_URL", "http://127.0.0.1:3000");
vi.stubEnv("AUTH_SECRET", "a secret for tests alone, 32 characters or more");
vi.stubEnv("LOG_LEVEL", "error");
