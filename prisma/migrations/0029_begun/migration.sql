-- When a run started or, where it never did, was created, in one column: of either of two the days of a million runs are
-- not found quickly.
DROP INDEX "run_started_at_idx";

DROP INDEX "run_never_started";

ALTER TABLE "run" ADD COLUMN "begun_at" TIMESTAMPTZ(3) GENERATED ALWAYS AS (COALESCE("started_at", "created_at")) STORED;

-- CreateIndex
CREATE INDEX "run_begun_at_idx" ON "run"("begun_at");
