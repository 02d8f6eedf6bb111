-- How people deviated from the procedure in a run, by the log, so that the history can be asked for it.
ALTER TABLE "run" ADD COLUMN "deviations" TEXT[] DEFAULT ARRAY[]::TEXT[];

UPDATE "run" SET "deviations" = "did"."kinds" FROM (
    SELECT "run_id", array_agg(DISTINCT "kind" ORDER BY "kind") AS "kinds" FROM (
        SELECT "run_id", CASE "event" ->> 'type'
            WHEN 'step.skipped' THEN 'skipped'
            WHEN 'step.overridden' THEN 'overridden'
            WHEN 'step.reopened' THEN 'reopened'
            WHEN 'step.recorded' THEN 'recorded_afterwards'
            WHEN 'gate.broken' THEN 'break_glass'
            WHEN 'command.taken' THEN 'command_taken'
            WHEN 'run.started' THEN CASE WHEN "event" ? 'override' THEN 'started_over' END
            WHEN 'step.started' THEN CASE WHEN ("event" ->> 'attempt')::int > 1 AND "event" ? 'reason' THEN 'run_again' END
        END AS "kind" FROM "run_event"
        UNION ALL
        SELECT "run_id", 'out_of_order' FROM "run_event" WHERE "event" ->> 'type' = 'step.recorded' AND "event" ? 'outOfOrder'
    ) "each" WHERE "kind" IS NOT NULL GROUP BY "run_id"
) "did" WHERE "did"."run_id" = "run"."id";

-- CreateIndex
CREATE INDEX "run_deviations_idx" ON "run" USING GIN ("deviations");
