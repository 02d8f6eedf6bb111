-- Who is told what, and the messages on their way. What happened before this is told to nobody.
CREATE TABLE "notice_choice" (
    "user_id" UUID NOT NULL,
    "kinds" TEXT[],
    "drills" BOOLEAN NOT NULL,

    CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("user_id")
);

CREATE TABLE "notice_channel" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL CHECK ("format" IN ('webhook', 'slack', 'teams')),
    "address" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "secret" TEXT,
    "kinds" TEXT[],
    "drills" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_channel_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "notice_channel_signs" CHECK (("format" = 'webhook') = ("secret" IS NOT NULL))
);

CREATE TABLE "notice_delivery" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "channel_id" UUID,
    "user_id" UUID,
    "email" TEXT,
    "message" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting' CHECK ("state" IN ('waiting', 'delivered', 'given_up')),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_delivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "notice_delivery_one_receiver" CHECK (num_nonnulls("channel_id", "user_id") = 1),
    CONSTRAINT "notice_delivery_email_of_person" CHECK (("user_id" IS NULL) = ("email" IS NULL)),
    CONSTRAINT "notice_delivery_ended" CHECK (("state" = 'waiting') = ("ended_at" IS NULL))
);

-- CreateIndex
CREATE UNIQUE INDEX "notice_channel_name_key" ON "notice_channel"("name");

-- CreateIndex
CREATE UNIQUE INDEX "notice_delivery_key_key" ON "notice_delivery"("key");

-- CreateIndex
CREATE INDEX "notice_delivery_channel_id_id_idx" ON "notice_delivery"("channel_id", "id" DESC);

-- CreateIndex
CREATE INDEX "notice_delivery_user_id_idx" ON "notice_delivery"("user_id");

CREATE INDEX "notice_delivery_waiting_idx" ON "notice_delivery"("next_at") WHERE "state" = 'waiting';

-- AddForeignKey
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "notice_channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "run" ADD COLUMN "told_seq" INTEGER NOT NULL DEFAULT 0;
UPDATE "run" SET "told_seq" = "seq";
CREATE INDEX "run_untold_idx" ON "run"("number") WHERE "told_seq" < "seq";
