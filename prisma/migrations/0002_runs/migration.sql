-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "seq" INTEGER NOT NULL,
    "procedure_id" UUID NOT NULL,
    "procedure_key" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "sites" JSONB NOT NULL,
    "site_ids" UUID[],
    "facts" JSONB NOT NULL,
    "commander_id" UUID NOT NULL,
    "commander_name" TEXT NOT NULL,
    "rto_seconds" INTEGER,
    "exception_count" INTEGER NOT NULL DEFAULT 0,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "search" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_step" (
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT,
    "evidence" TEXT,
    "attempts" JSONB NOT NULL DEFAULT '[]',
    "ticks" JSONB NOT NULL DEFAULT '{}',
    "added" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "run_step_pkey" PRIMARY KEY ("run_id","position")
);

-- CreateTable
CREATE TABLE "run_event" (
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "event" JSONB NOT NULL,
    "command_key" TEXT,
    "command_digest" TEXT,

    CONSTRAINT "run_event_pkey" PRIMARY KEY ("run_id","seq")
);

-- CreateTable
CREATE TABLE "lease" (
    "run_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "worker_id" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("run_id","step")
);

-- CreateTable
CREATE TABLE "attempt_output" (
    "run_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "piece" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stream" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "attempt_output_pkey" PRIMARY KEY ("run_id","step","attempt","piece")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "run_number_key" ON "run"("number");

-- CreateIndex
CREATE INDEX "run_procedure_key_number_idx" ON "run"("procedure_key", "number" DESC);

-- CreateIndex
CREATE INDEX "run_mode_number_idx" ON "run"("mode", "number" DESC);

-- CreateIndex
CREATE INDEX "run_status_number_idx" ON "run"("status", "number" DESC);

-- CreateIndex
CREATE INDEX "run_procedure_key_mode_ended_at_idx" ON "run"("procedure_key", "mode", "ended_at");

-- CreateIndex
CREATE INDEX "run_site_ids_idx" ON "run" USING GIN ("site_ids");

-- CreateIndex
CREATE UNIQUE INDEX "run_step_run_id_number_key" ON "run_step"("run_id", "number");

-- CreateIndex
CREATE INDEX "run_event_run_id_command_key_idx" ON "run_event"("run_id", "command_key");

-- CreateIndex
CREATE INDEX "lease_until_idx" ON "lease"("until");

-- CreateIndex
CREATE INDEX "worker_last_seen_at_idx" ON "worker"("last_seen_at");

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_procedure_id_fkey" FOREIGN KEY ("procedure_id") REFERENCES "procedure_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_step" ADD CONSTRAINT "run_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_event" ADD CONSTRAINT "run_event_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lease" ADD CONSTRAINT "lease_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_output" ADD CONSTRAINT "attempt_output_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The log is append-only; `seq` has no gaps because it is given under the lock of the run's row.
CREATE TRIGGER "run_event_never_changes" BEFORE UPDATE OR DELETE ON "run_event"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "run_event_never_truncated" BEFORE TRUNCATE ON "run_event"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Closed sets: the literals are the domain's.
ALTER TABLE "run" ADD CONSTRAINT "run_mode_check" CHECK ("mode" IN ('live', 'drill'));
ALTER TABLE "run" ADD CONSTRAINT "run_type_check" CHECK ("type" IN ('planned', 'unplanned'));
ALTER TABLE "run" ADD CONSTRAINT "run_status_check" CHECK ("status" IN
    ('draft', 'in_progress', 'paused', 'completed', 'completed_with_exceptions', 'aborted', 'failed'));
ALTER TABLE "run" ADD CONSTRAINT "run_ended_check" CHECK
    (("ended_at" IS NOT NULL) = ("status" IN ('completed', 'completed_with_exceptions', 'aborted', 'failed')));
ALTER TABLE "run" ADD CONSTRAINT "run_exceptions_check" CHECK
    ("status" NOT IN ('completed', 'completed_with_exceptions')
     OR ("exception_count" > 0) = ("status" = 'completed_with_exceptions'));
ALTER TABLE "run_step" ADD CONSTRAINT "run_step_status_check" CHECK ("status" IN
    ('not_started', 'ready', 'in_progress', 'awaiting_approval', 'awaiting_confirmation', 'completed', 'rejected', 'failed',
     'timed_out', 'interrupted', 'canceling', 'canceled', 'overridden', 'skipped'));
ALTER TABLE "run_event" ADD CONSTRAINT "run_event_seq_check" CHECK ("seq" > 0);
ALTER TABLE "attempt_output" ADD CONSTRAINT "attempt_output_stream_check" CHECK ("stream" IN ('stdout', 'stderr'));
