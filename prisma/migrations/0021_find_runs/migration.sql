-- Among a million runs: the few that are not over, those of a day, and words that few of them have.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX "run_open" ON "run"("number" DESC) WHERE "ended_at" IS NULL;

-- CreateIndex
CREATE INDEX "run_created_at_idx" ON "run"("created_at");

-- CreateIndex
CREATE INDEX "run_search_idx" ON "run" USING GIN ("search" gin_trgm_ops);
