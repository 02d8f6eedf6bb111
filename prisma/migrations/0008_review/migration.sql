-- What is found when a run is looked back on, and who signed its report off.
ALTER TABLE "run" ADD COLUMN "review" JSONB NOT NULL DEFAULT '{"findings": [], "signOffs": []}';
