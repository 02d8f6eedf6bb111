-- The record of a run: every event carries the hash of all events before it, and the head of a run that is over is signed.
ALTER TABLE "run_event" ADD COLUMN "hash" TEXT, ADD COLUMN "happened_at" TIMESTAMPTZ(3);
ALTER TABLE "run" ADD COLUMN "head" TEXT, ADD COLUMN "chained_later" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "sealed_seq" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "seal_refused" TEXT;

-- CreateTable
CREATE TABLE "signing_key" (
    "fingerprint" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateTable
CREATE TABLE "run_seal" (
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "run_seal_pkey" PRIMARY KEY ("run_id","seq")
);

-- AddForeignKey
ALTER TABLE "run_seal" ADD CONSTRAINT "run_seal_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_seal" ADD CONSTRAINT "run_seal_fingerprint_fkey" FOREIGN KEY ("fingerprint") REFERENCES "signing_key"("fingerprint") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the signer looks for every two seconds.
CREATE INDEX "run_unsealed_idx" ON "run"("number") WHERE "ended_at" IS NOT NULL AND "sealed_seq" < "seq" AND "seal_refused" IS NULL;
-- What the first start after this update looks for: runs whose events were written without hashes.
CREATE INDEX "run_unchained_idx" ON "run"("number") WHERE "head" IS NULL;

-- An event without a hash may be given one, once, and nothing else of it may change.
CREATE FUNCTION "refuse_change_of_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD."hash" IS NULL AND NEW."hash" IS NOT NULL
        AND (to_jsonb(OLD) - 'hash') = (to_jsonb(NEW) - 'hash') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'events of a run never change';
END $$;
DROP TRIGGER "run_event_never_changes" ON "run_event";
CREATE TRIGGER "run_event_never_changes" BEFORE UPDATE OR DELETE ON "run_event"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_event"();
CREATE TRIGGER "run_seal_never_changes" BEFORE UPDATE OR DELETE ON "run_seal"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "run_seal_never_truncated" BEFORE TRUNCATE ON "run_seal"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
