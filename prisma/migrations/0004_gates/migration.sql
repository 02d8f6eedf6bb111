-- Who is in which group, who fills the positions of a run, and what the gates of its steps stand at.
ALTER TABLE "app_user" ADD COLUMN "groups" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "run" ADD COLUMN "positions" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "run_step" ADD COLUMN "gate" JSONB, ADD COLUMN "gate_until" TIMESTAMPTZ(3);

-- What the watcher looks for every two seconds.
CREATE INDEX "run_step_gate_until_idx" ON "run_step"("gate_until") WHERE "gate_until" IS NOT NULL;
