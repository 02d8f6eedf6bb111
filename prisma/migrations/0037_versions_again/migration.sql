-- A version may be published again, word for word, as the latest: its document is then there twice. Two at once are kept
-- apart by the lock that every publication of a procedure takes.
DROP INDEX "procedure_version_hash_key";
CREATE INDEX "procedure_version_hash_idx" ON "procedure_version"("hash");

-- What the product brings along and has not published, because the latest version is an organisation's own.
CREATE TABLE "brought_procedure" (
    "key" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "document" JSONB NOT NULL,

    CONSTRAINT "brought_procedure_pkey" PRIMARY KEY ("key")
);
