-- Runs that are over whose report their commander has not signed off, as lib/server/runs/to-sign.ts asks for them.
CREATE INDEX "run_to_sign" ON "run"("commander_id", "number" DESC) WHERE "ended_at" IS NOT NULL
  AND NOT "review" -> 'signOffs' @> ('[{"by": {"id": "' || "commander_id"::text || '"}}]')::jsonb;
