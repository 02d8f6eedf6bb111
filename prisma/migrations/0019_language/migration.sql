-- The language somebody reads in; none until they chose one while signed in. That of a channel is chosen with it.
ALTER TABLE "app_user" ADD COLUMN "locale" TEXT;
ALTER TABLE "notice_channel" ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'en';
