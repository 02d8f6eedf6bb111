-- The zone in which messages tell times beside UTC; none until somebody signed in with a browser that told it.
ALTER TABLE "app_user" ADD COLUMN "zone" TEXT;
ALTER TABLE "notice_channel" ADD COLUMN "zone" TEXT NOT NULL DEFAULT 'UTC';
