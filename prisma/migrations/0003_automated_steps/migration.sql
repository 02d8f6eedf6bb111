-- AlterTable
ALTER TABLE "site" ADD COLUMN "connections" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "run" ADD COLUMN "outputs" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN "automatic" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "broke_lock" JSONB;

-- AlterTable
ALTER TABLE "run_step" ADD COLUMN "by_rule" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "retry_at" TIMESTAMPTZ(3);

-- A worker from before has no format, so it cannot say hello any more: it would misread the work of this version.
-- Who is there now says hello again.
DELETE FROM "worker";
ALTER TABLE "worker" ADD COLUMN "host" TEXT NOT NULL,
ADD COLUMN "format" INTEGER NOT NULL,
ADD COLUMN "site_ids" UUID[],
ADD COLUMN "every_site" BOOLEAN NOT NULL,
ADD COLUMN "public_key" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "check_schedule" (
    "id" UUID NOT NULL,
    "procedure_key" TEXT NOT NULL,
    "sites" JSONB NOT NULL,
    "every_seconds" INTEGER NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "check_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_round" (
    "id" UUID NOT NULL,
    "run_id" UUID,
    "procedure_id" UUID,
    "schedule_id" UUID,
    "step" TEXT,
    "sites" JSONB NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "check_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_result" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "site_id" UUID,
    "step" TEXT,
    "what" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "worker" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "check_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "site_id" UUID NOT NULL,
    "format" INTEGER NOT NULL,
    "run_id" UUID,
    "step" TEXT,
    "attempt" INTEGER,
    "place" TEXT,
    "round_id" UUID,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_by" TEXT,
    "claimed_until" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed_secret" (
    "run_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "worker_id" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "sealed_secret_pkey" PRIMARY KEY ("run_id","step","attempt","worker_id")
);

-- CreateIndex
CREATE INDEX "check_schedule_next_at_idx" ON "check_schedule"("next_at");

-- CreateIndex
CREATE INDEX "check_round_run_id_asked_at_idx" ON "check_round"("run_id", "asked_at" DESC);

-- CreateIndex
CREATE INDEX "check_round_procedure_id_asked_at_idx" ON "check_round"("procedure_id", "asked_at" DESC);

-- CreateIndex
CREATE INDEX "check_result_round_id_at_idx" ON "check_result"("round_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "job_run_id_step_attempt_kind_key" ON "job"("run_id", "step", "attempt", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "job_round_id_site_id_key" ON "job"("round_id", "site_id");

-- CreateIndex
CREATE INDEX "job_site_id_queued_at_idx" ON "job"("site_id", "queued_at");

-- AddForeignKey
ALTER TABLE "check_round" ADD CONSTRAINT "check_round_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_round" ADD CONSTRAINT "check_round_procedure_id_fkey" FOREIGN KEY ("procedure_id") REFERENCES "procedure_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_round" ADD CONSTRAINT "check_round_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "check_schedule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "check_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "check_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_secret" ADD CONSTRAINT "sealed_secret_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Closed sets: the literals are the domain's.
ALTER TABLE "job" ADD CONSTRAINT "job_kind_check" CHECK
    (("kind" IN ('attempt', 'ask') AND "run_id" IS NOT NULL AND "step" IS NOT NULL AND "attempt" IS NOT NULL)
     OR ("kind" = 'check' AND "round_id" IS NOT NULL));
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_result_check" CHECK ("result" IN ('passed', 'failed', 'warning'));
ALTER TABLE "check_schedule" ADD CONSTRAINT "check_schedule_every_check" CHECK ("every_seconds" >= 60);

-- What the watcher looks for every two seconds.
CREATE INDEX "run_step_retry_at_idx" ON "run_step"("retry_at") WHERE "retry_at" IS NOT NULL;

-- What another queue held: attempts that nobody has begun. They are work of the first format.
INSERT INTO "job" ("id", "kind", "site_id", "format", "run_id", "step", "attempt", "queued_at")
    SELECT gen_random_uuid(), 'attempt',
        (run.sites -> (s.attempts -> -1 ->> 'role') ->> 'id')::uuid,
        1, s.run_id, s.number, (s.attempts -> -1 ->> 'number')::int, s.since
    FROM "run" JOIN "run_step" s ON s.run_id = run.id
    WHERE s.status = 'in_progress' AND s.attempts -> -1 ->> 'conduct' = 'command' AND s.attempts -> -1 -> 'begun' IS NULL;
DROP SCHEMA IF EXISTS graphile_worker CASCADE;
