-- The history is asked for the days on which runs started, as it shows them; one that never did, for when it was created.
DROP INDEX "run_created_at_idx";

-- CreateIndex
CREATE INDEX "run_started_at_idx" ON "run"("started_at");

CREATE INDEX "run_never_started" ON "run"("created_at") WHERE "started_at" IS NULL;
