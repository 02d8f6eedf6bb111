-- What is being changed of a procedure before it is published: one draft each. `revision` is new with every change.
CREATE TABLE "procedure_draft" (
    "key" TEXT NOT NULL,
    "revision" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "base_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by" TEXT NOT NULL,

    CONSTRAINT "procedure_draft_pkey" PRIMARY KEY ("key")
);

ALTER TABLE "procedure_draft" ADD CONSTRAINT "procedure_draft_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "procedure_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
