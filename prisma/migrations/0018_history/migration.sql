-- Who did anything in a run, so that the history can be asked for a person.
ALTER TABLE "run" ADD COLUMN "person_ids" UUID[] DEFAULT ARRAY[]::UUID[];

UPDATE "run" SET "person_ids" = "did"."ids" FROM (
    SELECT "run_id", array_agg(DISTINCT ("actor" ->> 'id')::uuid) AS "ids" FROM "run_event"
    WHERE "actor" ->> 'kind' = 'person' GROUP BY "run_id"
) "did" WHERE "did"."run_id" = "run"."id";

-- CreateIndex
CREATE INDEX "run_person_ids_idx" ON "run" USING GIN ("person_ids");

-- The few whose record does not hold are found at once among a million.
CREATE INDEX "run_broken" ON "run"("number" DESC) WHERE "seal_refused" IS NOT NULL;

-- Filters of the history that somebody keeps for themselves.
CREATE TABLE "saved_filter" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_filter_user_id_name_key" ON "saved_filter"("user_id", "name");

-- AddForeignKey
ALTER TABLE "saved_filter" ADD CONSTRAINT "saved_filter_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
