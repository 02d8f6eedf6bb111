-- What became of the last try to reach a channel, or the mail server. Of tries before this is known what was delivered.
ALTER TABLE "notice_channel"
    ADD COLUMN "delivered_at" TIMESTAMPTZ(3),
    ADD COLUMN "failing_since" TIMESTAMPTZ(3),
    ADD COLUMN "failure" TEXT,
    ADD CONSTRAINT "notice_channel_failing" CHECK (("failing_since" IS NULL) = ("failure" IS NULL));
UPDATE "notice_channel" c SET "delivered_at" = (
    SELECT max(d."ended_at") FROM "notice_delivery" d WHERE d."channel_id" = c."id" AND d."state" = 'delivered');

CREATE TABLE "mail_server" (
    "place" TEXT NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "mail_server_pkey" PRIMARY KEY ("place"),
    CONSTRAINT "mail_server_failing" CHECK (("failing_since" IS NULL) = ("failure" IS NULL))
);

-- A channel that is deleted leaves its name with what was sent to it.
ALTER TABLE "notice_delivery"
    ADD COLUMN "channel_name" TEXT,
    DROP CONSTRAINT "notice_delivery_one_receiver",
    DROP CONSTRAINT "notice_delivery_channel_id_fkey",
    ADD CONSTRAINT "notice_delivery_one_receiver" CHECK (num_nonnulls("channel_id", "channel_name", "user_id") = 1),
    ADD CONSTRAINT "notice_delivery_deleted_ended" CHECK ("channel_name" IS NULL OR "state" <> 'waiting'),
    ADD CONSTRAINT "notice_delivery_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "notice_channel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One message may tell of several things: each is told to each receiver once.
CREATE TABLE "notice_part" (
    "key" TEXT NOT NULL,
    "delivery_id" UUID NOT NULL,

    CONSTRAINT "notice_part_pkey" PRIMARY KEY ("key")
);
INSERT INTO "notice_part" SELECT "key", "id" FROM "notice_delivery" WHERE "key" NOT LIKE 'test:%';
CREATE INDEX "notice_part_delivery_id_idx" ON "notice_part"("delivery_id");
ALTER TABLE "notice_part" ADD CONSTRAINT "notice_part_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "notice_delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice_delivery" DROP COLUMN "key";
