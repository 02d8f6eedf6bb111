-- A draft of which nobody stated the time of declaration is declared when it is started. Runs of before keep theirs.
ALTER TABLE "run" ALTER COLUMN "declared_at" DROP NOT NULL;
