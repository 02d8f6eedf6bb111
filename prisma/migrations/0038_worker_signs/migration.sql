-- The fingerprint of the key that a worker signs records with, so that it is known which one signs now.
ALTER TABLE "worker" ADD COLUMN "signs" TEXT;
