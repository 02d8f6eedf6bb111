-- Who gave each answer of a run, as the log has it.
UPDATE "run" SET "answers" = given."answers"
FROM (
  SELECT "run_id", jsonb_agg(
    jsonb_build_object(
      'fact', "event" -> 'fact',
      'before', "event" -> 'before',
      'at', to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'by', jsonb_build_object(
        'id', CASE "actor" ->> 'kind' WHEN 'system' THEN 'system' ELSE "actor" ->> 'id' END,
        'name', "actor" -> 'name'
      )
    ) ORDER BY "seq"
  ) AS "answers"
  FROM "run_event" WHERE "event" ->> 'type' = 'fact.answered' GROUP BY "run_id"
) given
WHERE given."run_id" = "run"."id";
