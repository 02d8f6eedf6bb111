-- Who was reminded last of what; and whoever hears of what is asked hears of reminders too.
ALTER TABLE "run" ADD COLUMN "reminded" JSONB NOT NULL DEFAULT '{}';

UPDATE "notice_choice" SET "kinds" = array_append("kinds", 'reminder')
WHERE "kinds" && ARRAY['step_ready', 'decision_asked'];

UPDATE "notice_channel" SET "kinds" = array_append("kinds", 'reminder')
WHERE "kinds" && ARRAY['step_ready', 'decision_asked'];
