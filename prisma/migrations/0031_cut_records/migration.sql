-- Of a record that was cut off behind its signature more is signed than there is: it does not hold either.
DROP INDEX "run_broken";
CREATE INDEX "run_broken" ON "run"("number" DESC) WHERE "seal_refused" IS NOT NULL OR "sealed_seq" > "seq";
