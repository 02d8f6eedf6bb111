-- A run is told what becomes of the people it names: another role, or deactivated.
ALTER TABLE "run" ADD COLUMN "people" JSONB NOT NULL DEFAULT '{}';

-- Who changed somebody, until the runs that are open have been told. Those who were deactivated before are told of once.
ALTER TABLE "app_user" ADD COLUMN "changed_by" JSONB;
UPDATE "app_user" SET "changed_by" = '{"kind": "system", "name": "account changes"}' WHERE "disabled_at" IS NOT NULL;
