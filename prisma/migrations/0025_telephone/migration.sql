-- The number at which a person is reached during a run; none until it is given.
ALTER TABLE "app_user" ADD COLUMN "telephone" TEXT;
