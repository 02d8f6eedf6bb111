-- When its settings were last changed: who changes them says what they looked at.
ALTER TABLE "notice_channel" ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
