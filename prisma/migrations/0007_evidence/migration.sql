-- What is attached to steps, and what was done on paper and entered afterwards.
ALTER TABLE "run_step" ADD COLUMN "attached" JSONB NOT NULL DEFAULT '[]', ADD COLUMN "recorded" JSONB;

-- CreateTable
CREATE TABLE "evidence_file" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "media_type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_file_run_id_idx" ON "evidence_file"("run_id");

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "evidence_file_never_changes" BEFORE UPDATE OR DELETE ON "evidence_file"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "evidence_file_never_truncated" BEFORE TRUNCATE ON "evidence_file"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
