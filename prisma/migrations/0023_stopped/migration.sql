-- Who paused, aborted or failed a run, and when, by its log.
ALTER TABLE "run" ADD COLUMN "stopped" JSONB;

UPDATE "run" SET "stopped" = jsonb_build_object(
    'by', jsonb_build_object(
        'id', CASE WHEN "last"."actor" ->> 'kind' = 'system' THEN 'system' ELSE "last"."actor" ->> 'id' END,
        'name', "last"."actor" ->> 'name'
    ),
    'at', to_char("last"."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
) FROM (
    SELECT DISTINCT ON ("run_id") "run_id", "actor", "at" FROM "run_event"
    WHERE "event" ->> 'type' IN ('run.paused', 'run.aborted', 'run.failed')
    ORDER BY "run_id", "seq" DESC
) "last" WHERE "last"."run_id" = "run"."id" AND "run"."status" IN ('paused', 'aborted', 'failed');
