-- A drill that came to its end and in which whatever was tried was only simulated: it measured no recovery.
ALTER TABLE "run" ADD COLUMN "only_simulated" BOOLEAN NOT NULL DEFAULT false;

UPDATE "run" SET "only_simulated" = true FROM (
    SELECT s."run_id" FROM "run_step" s, LATERAL jsonb_array_elements(s."attempts") a
    GROUP BY s."run_id"
    HAVING bool_or(a ->> 'conduct' = 'simulated') AND NOT bool_or(a ->> 'conduct' IN ('command', 'hand'))
) "tried" WHERE "tried"."run_id" = "run"."id" AND "run"."status" IN ('completed', 'completed_with_exceptions');
