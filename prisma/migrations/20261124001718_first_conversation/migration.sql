-- CreateEnum
CREATE TYPE "channel_name" AS ENUM ('whatsapp', 'simulator');

-- CreateEnum
CREATE TYPE "session_status" AS ENUM ('active', 'ended');

-- CreateEnum
CREATE TYPE "inbox_kind" AS ENUM ('message', 'status', 'account', 'start');

-- CreateEnum
CREATE TYPE "inbox_status" AS ENUM ('pending', 'parked', 'handled', 'ignored', 'dead');

-- CreateEnum
CREATE TYPE "message_direction" AS ENUM ('in', 'out');

-- CreateEnum
CREATE TYPE "outbox_status" AS ENUM ('queued', 'dispatching', 'accepted', 'rejected', 'unknown', 'cancelled');

-- CreateEnum
CREATE TYPE "delivery_rank" AS ENUM ('none', 'sent', 'delivered', 'read', 'played', 'failed');

-- CreateEnum
CREATE TYPE "follow_up_status" AS ENUM ('planned', 'cancelled', 'sent');

-- CreateEnum
CREATE TYPE "handover_status" AS ENUM ('requested');

-- CreateEnum
CREATE TYPE "consent_status" AS ENUM ('given', 'withdrawn');

-- CreateTable
CREATE TABLE "contacts" (
    "id" UUID NOT NULL,
    "channel" "channel_name" NOT NULL,
    "phone" TEXT,
    "bsuid" TEXT,
    "username" TEXT,
    "name" TEXT,
    "language" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "last_inbound_at" TIMESTAMPTZ(3),
    "opted_out_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flows" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "active_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flow_versions" (
    "flow_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flow_versions_pkey" PRIMARY KEY ("flow_id","version")
);

-- CreateTable
CREATE TABLE "flow_drafts" (
    "flow_id" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flow_drafts_pkey" PRIMARY KEY ("flow_id")
);

-- CreateTable
CREATE TABLE "flow_sessions" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "flow_id" TEXT NOT NULL,
    "flow_version" INTEGER NOT NULL,
    "status" "session_status" NOT NULL,
    "state_id" TEXT NOT NULL,
    "wait_type" TEXT,
    "wait_id" TEXT,
    "wake_at" TIMESTAMPTZ(3),
    "state" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flow_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_entries" (
    "id" BIGSERIAL NOT NULL,
    "channel" "channel_name" NOT NULL,
    "external_id" TEXT NOT NULL,
    "kind" "inbox_kind" NOT NULL,
    "contact_id" UUID,
    "subject_id" TEXT,
    "payload" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" "inbox_status" NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "turn_id" UUID,

    CONSTRAINT "inbox_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "turn_queue" (
    "contact_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "burst_began_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "owner" UUID,
    "fence" BIGINT NOT NULL DEFAULT 0,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "turn_queue_pkey" PRIMARY KEY ("contact_id")
);

-- CreateTable
CREATE TABLE "turns" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "flow_id" TEXT NOT NULL,
    "flow_version" INTEGER NOT NULL,
    "state_before" TEXT,
    "state_after" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "understanding" JSONB,
    "events" JSONB NOT NULL,
    "timings" JSONB NOT NULL,
    "cost" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "turns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "contact_id" UUID NOT NULL,
    "session_id" UUID,
    "turn_id" UUID,
    "inbox_entry_id" BIGINT,
    "direction" "message_direction" NOT NULL,
    "channel" "channel_name" NOT NULL,
    "content" JSONB NOT NULL,
    "text_keys" TEXT[],
    "language" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_entries" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "idx" INTEGER NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "channel" "channel_name" NOT NULL,
    "payload" JSONB NOT NULL,
    "status" "outbox_status" NOT NULL DEFAULT 'queued',
    "is_last_word" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "owner" UUID,
    "external_id" TEXT,
    "delivery" "delivery_rank" NOT NULL DEFAULT 'none',
    "problem_code" TEXT,
    "problem_detail" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "raised_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leads" (
    "contact_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "interest" DOUBLE PRECISION NOT NULL,
    "facts" JSONB NOT NULL,
    "flow_id" TEXT NOT NULL,
    "state_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "leads_pkey" PRIMARY KEY ("contact_id")
);

-- CreateTable
CREATE TABLE "follow_ups" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "state_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "follow_up_status" NOT NULL DEFAULT 'planned',
    "status_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_ups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handovers" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "state_id" TEXT NOT NULL,
    "status" "handover_status" NOT NULL DEFAULT 'requested',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handovers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_records" (
    "id" BIGSERIAL NOT NULL,
    "contact_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "status" "consent_status" NOT NULL,
    "notice_version" TEXT,
    "language" TEXT NOT NULL,
    "channel" "channel_name" NOT NULL,
    "turn_id" UUID NOT NULL,
    "message_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "worker_processes" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_processes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contacts_channel_created_at_idx" ON "contacts"("channel", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_channel_phone_key" ON "contacts"("channel", "phone");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_channel_bsuid_key" ON "contacts"("channel", "bsuid");

-- CreateIndex
CREATE INDEX "flow_sessions_contact_id_idx" ON "flow_sessions"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_entries_channel_external_id_key" ON "inbox_entries"("channel", "external_id");

-- CreateIndex
CREATE INDEX "turns_contact_id_at_idx" ON "turns"("contact_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "turns_session_id_seq_key" ON "turns"("session_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "messages_inbox_entry_id_key" ON "messages"("inbox_entry_id");

-- CreateIndex
CREATE INDEX "messages_contact_id_position_idx" ON "messages"("contact_id", "position");

-- CreateIndex
CREATE INDEX "outbox_entries_message_id_idx" ON "outbox_entries"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_entries_turn_id_idx_key" ON "outbox_entries"("turn_id", "idx");

-- CreateIndex
CREATE INDEX "leads_score_idx" ON "leads"("score");

-- CreateIndex
CREATE INDEX "follow_ups_contact_id_created_at_idx" ON "follow_ups"("contact_id", "created_at");

-- CreateIndex
CREATE INDEX "handovers_contact_id_created_at_idx" ON "handovers"("contact_id", "created_at");

-- CreateIndex
CREATE INDEX "consent_records_contact_id_purpose_id_idx" ON "consent_records"("contact_id", "purpose", "id");

-- AddForeignKey
ALTER TABLE "flow_versions" ADD CONSTRAINT "flow_versions_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "flows"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flow_drafts" ADD CONSTRAINT "flow_drafts_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "flows"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flow_sessions" ADD CONSTRAINT "flow_sessions_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_queue" ADD CONSTRAINT "turn_queue_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turns" ADD CONSTRAINT "turns_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "flow_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turns" ADD CONSTRAINT "turns_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "flow_sessions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_inbox_entry_id_fkey" FOREIGN KEY ("inbox_entry_id") REFERENCES "inbox_entries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_entries" ADD CONSTRAINT "outbox_entries_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_entries" ADD CONSTRAINT "outbox_entries_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "flow_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "flow_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_records" ADD CONSTRAINT "consent_records_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Partial indexes, written by hand (see schema.prisma).
CREATE INDEX "flow_sessions_wake_at_idx" ON "flow_sessions"("wake_at") WHERE (wake_at IS NOT NULL);
CREATE INDEX "flow_sessions_flow_id_flow_version_state_id_idx" ON "flow_sessions"("flow_id", "flow_version", "state_id") WHERE (status = 'active');
CREATE UNIQUE INDEX "flow_sessions_one_active" ON "flow_sessions"("contact_id") WHERE (status = 'active');
CREATE INDEX "inbox_entries_open" ON "inbox_entries"("contact_id", "occurred_at", "id") WHERE (status IN ('pending', 'dead') AND contact_id IS NOT NULL);
CREATE INDEX "inbox_entries_statuses" ON "inbox_entries"("id") WHERE (status = 'pending' AND contact_id IS NULL);
CREATE INDEX "inbox_entries_parked" ON "inbox_entries"("received_at") WHERE (status = 'parked');
CREATE INDEX "turn_queue_due_at_idx" ON "turn_queue"("due_at") WHERE (due_at IS NOT NULL);
CREATE INDEX "turn_queue_owner_idx" ON "turn_queue"("owner") WHERE (owner IS NOT NULL);
CREATE INDEX "outbox_entries_external_id_idx" ON "outbox_entries"("external_id") WHERE (external_id IS NOT NULL);
CREATE INDEX "outbox_entries_queued" ON "outbox_entries"("position") WHERE (status = 'queued');
CREATE INDEX "outbox_entries_line" ON "outbox_entries"("contact_id", "position") WHERE (status IN ('queued', 'dispatching', 'unknown'));
CREATE INDEX "outbox_entries_dispatching" ON "outbox_entries"("lease_until") WHERE (status = 'dispatching');
CREATE INDEX "outbox_entries_unknown" ON "outbox_entries"("settled_at") WHERE (status = 'unknown');
CREATE INDEX "follow_ups_due_at_idx" ON "follow_ups"("due_at") WHERE (status = 'planned');
CREATE UNIQUE INDEX "follow_ups_one_planned" ON "follow_ups"("contact_id") WHERE (status = 'planned');
