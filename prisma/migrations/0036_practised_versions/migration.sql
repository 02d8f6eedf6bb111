-- The last drill and the last live run of one version.
CREATE INDEX "run_procedure_id_mode_ended_at_idx" ON "run"("procedure_id", "mode", "ended_at");
