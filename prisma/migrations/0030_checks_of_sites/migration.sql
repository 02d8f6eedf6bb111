-- The latest round of checks of a site alone, among all rounds that were ever asked.
CREATE INDEX "check_round_site" ON "check_round"(("sites" -> 'site' ->> 'id'), "id" DESC) WHERE "run_id" IS NULL AND "procedure_id" IS NULL;
