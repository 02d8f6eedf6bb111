-- What was last found at a site, however often it is looked.
CREATE INDEX "check_result_site_id_at_idx" ON "check_result"("site_id", "at" DESC);
