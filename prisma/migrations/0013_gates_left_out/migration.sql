-- Steps whose suggested gate was left out when the run was created.
ALTER TABLE "run" ADD COLUMN "without_gates" TEXT[] DEFAULT ARRAY[]::TEXT[];
