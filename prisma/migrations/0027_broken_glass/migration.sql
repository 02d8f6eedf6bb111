-- Break-glass at a gate that was asked anew since: it stays an exception of the run.
ALTER TABLE "run_step" ADD COLUMN "broken_glass" JSONB;
