-- CreateEnum
CREATE TYPE "media_status" AS ENUM ('waiting', 'stored', 'failed');

-- CreateEnum
CREATE TYPE "transcript_status" AS ENUM ('none', 'waiting', 'heard', 'unheard');

-- AlterTable
ALTER TABLE "consent_records" ALTER COLUMN "turn_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "account" TEXT,
ADD COLUMN     "ad_entry_at" TIMESTAMPTZ(3),
ADD COLUMN     "marketing_capped_until" TIMESTAMPTZ(3),
ADD COLUMN     "marketing_stopped_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "referral" JSONB;

-- AlterTable
ALTER TABLE "outbox_entries" ADD COLUMN     "account" TEXT,
ADD COLUMN     "is_prepared" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "failures" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "opens_conversation" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "priority" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "replaced" JSONB;

-- CreateTable
CREATE TABLE "media_files" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "inbox_entry_id" BIGINT,
    "channel" "channel_name" NOT NULL,
    "account" TEXT,
    "kind" TEXT NOT NULL,
    "media_id" TEXT,
    "filename" TEXT,
    "mime_type" TEXT,
    "claimed_hash" TEXT,
    "sha256" TEXT,
    "byte_size" INTEGER,
    "storage_key" TEXT,
    "duration_ms" INTEGER,
    "status" "media_status" NOT NULL DEFAULT 'waiting',
    "transcript_status" "transcript_status" NOT NULL DEFAULT 'none',
    "transcript" JSONB,
    "problem_code" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "owner" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stored_at" TIMESTAMPTZ(3),
    "upload_hash" TEXT,

    CONSTRAINT "media_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_files" (
    "channel" "channel_name" NOT NULL,
    "account" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_files_pkey" PRIMARY KEY ("channel","account","sha256","mime_type")
);

-- CreateTable
CREATE TABLE "upload_links" (
    "token_hash" TEXT NOT NULL,
    "contact_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "templates" (
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "next_category" TEXT,
    "components" JSONB NOT NULL,
    "draft" JSONB,
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "quality" TEXT,
    "status_reason" TEXT,
    "meta_id" TEXT,
    "synced_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "templates_pkey" PRIMARY KEY ("name","language")
);

-- CreateTable
CREATE TABLE "message_costs" (
    "outbox_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "account" TEXT,
    "category" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "model" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_costs_pkey" PRIMARY KEY ("outbox_id")
);

-- CreateTable
CREATE TABLE "send_paces" (
    "key" TEXT NOT NULL,
    "ready_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "send_paces_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "channel_alerts" (
    "id" BIGSERIAL NOT NULL,
    "channel" "channel_name" NOT NULL,
    "account" TEXT NOT NULL DEFAULT '',
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_alerts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_receipts" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT,
    "status" INTEGER NOT NULL,
    "kinds" JSONB NOT NULL,
    "skipped" JSONB NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_receipts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "whatsapp_numbers" (
    "phone_number_id" TEXT NOT NULL,
    "display_number" TEXT,
    "name" TEXT,
    "quality" TEXT,
    "throughput" INTEGER NOT NULL DEFAULT 80,
    "contacts_per_day" INTEGER,
    "checks" JSONB,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "whatsapp_numbers_pkey" PRIMARY KEY ("phone_number_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "media_files_inbox_entry_id_key" ON "media_files"("inbox_entry_id");

-- CreateIndex
CREATE INDEX "media_files_contact_id_created_at_idx" ON "media_files"("contact_id", "created_at");

-- CreateIndex
CREATE INDEX "upload_links_contact_id_idx" ON "upload_links"("contact_id");

-- CreateIndex
CREATE INDEX "message_costs_at_idx" ON "message_costs"("at");

-- CreateIndex
CREATE INDEX "message_costs_contact_id_idx" ON "message_costs"("contact_id");

-- CreateIndex
CREATE INDEX "channel_alerts_opened_at_idx" ON "channel_alerts"("opened_at");

-- AddForeignKey
ALTER TABLE "media_files" ADD CONSTRAINT "media_files_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_links" ADD CONSTRAINT "upload_links_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_costs" ADD CONSTRAINT "message_costs_outbox_id_fkey" FOREIGN KEY ("outbox_id") REFERENCES "outbox_entries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written: Prisma's diff does not see partial indexes.
DROP INDEX "outbox_entries_queued";
CREATE INDEX "outbox_entries_queued" ON "outbox_entries"("channel", "priority", "position") WHERE (status = 'queued' AND is_prepared AND not_before IS NULL);
CREATE INDEX "outbox_entries_unprepared" ON "outbox_entries"("position") WHERE (status = 'queued' AND NOT is_prepared);
CREATE INDEX "outbox_entries_put_off" ON "outbox_entries"("channel", "priority", "not_before") WHERE (status = 'queued' AND is_prepared AND not_before IS NOT NULL);
CREATE INDEX "outbox_entries_openings" ON "outbox_entries"("settled_at", "contact_id") WHERE (opens_conversation);
CREATE INDEX "outbox_entries_opened" ON "outbox_entries"("contact_id", "settled_at") WHERE (opens_conversation);
CREATE INDEX "outbox_entries_replaced" ON "outbox_entries"("contact_id") WHERE (replaced IS NOT NULL);
CREATE INDEX "inbox_entries_account_facts" ON "inbox_entries"("id") WHERE (status = 'pending' AND kind = 'account');
CREATE INDEX "media_files_waiting" ON "media_files"("created_at") WHERE (status = 'waiting' OR transcript_status = 'waiting');
CREATE UNIQUE INDEX "channel_alerts_open" ON "channel_alerts"("channel", "account", "code") WHERE (closed_at IS NULL);
