-- When each answer of a run was given, and what it was before: what waits for one has waited since then.
ALTER TABLE "run" ADD COLUMN "answers" JSONB NOT NULL DEFAULT '[]';

UPDATE "run" SET "answers" = given."answers"
FROM (
  SELECT "run_id", jsonb_agg(
    jsonb_build_object(
      'fact', "event" -> 'fact',
      'before', "event" -> 'before',
      'at', to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    ) ORDER BY "seq"
  ) AS "answers"
  FROM "run_event" WHERE "event" ->> 'type' = 'fact.answered' GROUP BY "run_id"
) given
WHERE given."run_id" = "run"."id";
