-- Where what ended a run was entered afterwards: when the last of its steps was truly done, which its objective counts to.
ALTER TABLE "run" ADD COLUMN "reached_at" TIMESTAMPTZ(3);

UPDATE "run" SET "reached_at" = "truly"."at" FROM (
    SELECT r."id", greatest(r."declared_at", max(coalesce((s."recorded" ->> 'at')::timestamptz, s."since"))) AS "at"
    FROM "run" r JOIN "run_step" s ON s."run_id" = r."id"
    WHERE r."status" IN ('completed', 'completed_with_exceptions') AND s."status" IN ('completed', 'overridden', 'skipped')
    GROUP BY r."id"
    HAVING bool_or(s."recorded" IS NOT NULL AND s."since" = r."ended_at")
) "truly" WHERE "truly"."id" = "run"."id" AND "truly"."at" < "run"."ended_at";
