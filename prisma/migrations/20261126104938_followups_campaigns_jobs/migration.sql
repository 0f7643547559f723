-- CreateEnum
CREATE TYPE "campaign_status" AS ENUM ('draft', 'awaitingApproval', 'freezing', 'scheduled', 'running', 'paused', 'done', 'cancelled');

-- CreateEnum
CREATE TYPE "recipient_status" AS ENUM ('pending', 'queued', 'excluded', 'cancelled');

-- CreateEnum
CREATE TYPE "job_run_status" AS ENUM ('pending', 'running', 'waiting', 'completed', 'failed', 'cancelled');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "follow_up_status" ADD VALUE 'queued';
ALTER TYPE "follow_up_status" ADD VALUE 'answered';
ALTER TYPE "follow_up_status" ADD VALUE 'failed';

-- AlterEnum
ALTER TYPE "model_purpose" ADD VALUE 'followUp';

-- AlterTable
ALTER TABLE "consent_records" ADD COLUMN     "proof" TEXT;

-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "entry" JSONB,
ADD COLUMN     "reached_at" TIMESTAMPTZ(3),
ADD COLUMN     "reply_hours" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "follow_ups" ADD COLUMN     "answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "author" TEXT,
ADD COLUMN     "fence" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "lease_until" TIMESTAMPTZ(3),
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'flow',
ADD COLUMN     "outbox_id" UUID,
ADD COLUMN     "paused_at" TIMESTAMPTZ(3),
ADD COLUMN     "sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "steps" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "text" TEXT,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "wanted_at" TIMESTAMPTZ(3),
ALTER COLUMN "session_id" DROP NOT NULL,
ALTER COLUMN "turn_id" DROP NOT NULL,
ALTER COLUMN "state_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "outbox_entries" ADD COLUMN     "leave_before" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "facts_versions" (
    "version" SERIAL NOT NULL,
    "facts" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "facts_versions_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "channel" "channel_name" NOT NULL DEFAULT 'whatsapp',
    "status" "campaign_status" NOT NULL DEFAULT 'draft',
    "status_reason" TEXT,
    "trigger" TEXT,
    "plan" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "author" TEXT NOT NULL DEFAULT '',
    "approver" TEXT,
    "starts_at" TIMESTAMPTZ(3),
    "launched_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "fence" BIGINT NOT NULL DEFAULT 0,
    "frozen_to" TEXT,
    "next_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_recipients" (
    "campaign_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "variant" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "content" JSONB,
    "status" "recipient_status" NOT NULL DEFAULT 'pending',
    "problem_code" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "outbox_id" UUID,
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "queued_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "replied_at" TIMESTAMPTZ(3),
    "history" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "campaign_recipients_pkey" PRIMARY KEY ("campaign_id","contact_id")
);

-- CreateTable
CREATE TABLE "contact_imports" (
    "id" UUID NOT NULL,
    "filename" TEXT NOT NULL,
    "channel" "channel_name" NOT NULL DEFAULT 'whatsapp',
    "columns" TEXT[],
    "mapping" JSONB,
    "proof" JSONB,
    "row_count" INTEGER NOT NULL,
    "report" JSONB,
    "applied_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_import_rows" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" TEXT[],
    "contact_id" UUID,
    "problem_code" TEXT,

    CONSTRAINT "contact_import_rows_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "job_functions" (
    "id" TEXT NOT NULL,
    "app_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_functions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_events" (
    "id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "user" JSONB,
    "v" TEXT,
    "ts" BIGINT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "matched_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_runs" (
    "id" TEXT NOT NULL,
    "function_id" TEXT NOT NULL,
    "app_id" TEXT NOT NULL,
    "events" JSONB NOT NULL,
    "status" "job_run_status" NOT NULL DEFAULT 'pending',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "request_version" INTEGER NOT NULL DEFAULT -1,
    "is_parallel" BOOLEAN NOT NULL DEFAULT false,
    "keys" JSONB NOT NULL DEFAULT '{}',
    "priority" INTEGER NOT NULL DEFAULT 0,
    "output" JSONB,
    "error" JSONB,
    "parent_run_id" TEXT,
    "parent_step_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_steps" (
    "run_id" TEXT NOT NULL,
    "step_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "op" TEXT NOT NULL,
    "seq" INTEGER,
    "result" JSONB,
    "opts" JSONB,
    "wake_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_steps_pkey" PRIMARY KEY ("run_id","step_id")
);

-- CreateTable
CREATE TABLE "job_items" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "step_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'call',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "queued_at" TIMESTAMPTZ(3),
    "blocked_at" TIMESTAMPTZ(3),
    "interruptions" INTEGER NOT NULL DEFAULT 0,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "owner" UUID,
    "last_error" JSONB,

    CONSTRAINT "job_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_waits" (
    "id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "step_id" TEXT,
    "kind" TEXT NOT NULL,
    "event_name" TEXT,
    "expression" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "matched_event_id" TEXT,

    CONSTRAINT "job_waits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_flow_control" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_flow_control_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "job_schedules" (
    "key" TEXT NOT NULL,
    "fired_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_schedules_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "campaigns_created_at_idx" ON "campaigns"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_recipients_outbox_id_key" ON "campaign_recipients"("outbox_id");

-- CreateIndex
CREATE INDEX "campaign_recipients_contact_id_idx" ON "campaign_recipients"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_recipients_campaign_id_position_key" ON "campaign_recipients"("campaign_id", "position");

-- CreateIndex
CREATE INDEX "contact_import_rows_contact_id_import_id_idx" ON "contact_import_rows"("contact_id", "import_id");

-- CreateIndex
CREATE INDEX "job_functions_app_id_idx" ON "job_functions"("app_id");

-- CreateIndex
CREATE INDEX "job_events_external_id_idx" ON "job_events"("external_id");

-- CreateIndex
CREATE INDEX "job_events_received_at_idx" ON "job_events"("received_at");

-- CreateIndex
CREATE INDEX "job_runs_function_id_created_at_idx" ON "job_runs"("function_id", "created_at");

-- CreateIndex
CREATE INDEX "job_runs_created_at_idx" ON "job_runs"("created_at");

-- CreateIndex
CREATE INDEX "job_items_run_id_idx" ON "job_items"("run_id");

-- CreateIndex
CREATE INDEX "job_waits_event_name_idx" ON "job_waits"("event_name");

-- CreateIndex
CREATE INDEX "job_waits_run_id_idx" ON "job_waits"("run_id");

-- CreateIndex
CREATE INDEX "job_flow_control_expires_at_idx" ON "job_flow_control"("expires_at");

-- CreateIndex
CREATE INDEX "follow_ups_due_at_id_idx" ON "follow_ups"("due_at", "id");

-- AddForeignKey
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_import_rows" ADD CONSTRAINT "contact_import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "contact_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_steps" ADD CONSTRAINT "job_steps_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "job_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "job_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_waits" ADD CONSTRAINT "job_waits_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "job_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "handovers" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "nudged_at" TIMESTAMPTZ(3);

-- What was spent stays spent when a message is forgotten.
ALTER TABLE "message_costs" DROP CONSTRAINT "message_costs_outbox_id_fkey";
ALTER TABLE "message_costs" ADD COLUMN     "delivered" BOOLEAN;

-- Hand-written: Prisma's diff does not see partial indexes.
CREATE INDEX "handovers_requested" ON "handovers"("created_at") WHERE (status = 'requested');
CREATE INDEX "outbox_entries_first_words" ON "outbox_entries"("contact_id", "created_at") WHERE (priority > 0);
CREATE INDEX "follow_ups_unsent" ON "follow_ups"("outbox_id") WHERE (outbox_id IS NOT NULL AND sent_at IS NULL);
CREATE INDEX "follow_ups_sent" ON "follow_ups"("sent_at") WHERE (sent_at IS NOT NULL);
CREATE UNIQUE INDEX "follow_ups_outbox" ON "follow_ups"("outbox_id") WHERE (outbox_id IS NOT NULL);
CREATE INDEX "campaign_recipients_pending" ON "campaign_recipients"("campaign_id", "due_at", "position") WHERE (status = 'pending');
CREATE INDEX "campaign_recipients_outstanding" ON "campaign_recipients"("campaign_id", "contact_id") WHERE (status = 'queued' AND settled_at IS NULL);
CREATE INDEX "campaign_recipients_settled" ON "campaign_recipients"("campaign_id", "settled_at") WHERE (settled_at IS NOT NULL);
CREATE INDEX "campaign_recipients_replied" ON "campaign_recipients"("campaign_id") WHERE (replied_at IS NOT NULL);
CREATE INDEX "contacts_stopped" ON "contacts"("id") WHERE (opted_out_at IS NOT NULL OR marketing_stopped_at IS NOT NULL);
CREATE INDEX "contact_import_rows_bad" ON "contact_import_rows"("import_id", "row") WHERE (problem_code IS NOT NULL);
CREATE INDEX "job_events_unmatched" ON "job_events"("received_at") WHERE (matched_at IS NULL);
CREATE INDEX "job_runs_parent" ON "job_runs"("parent_run_id") WHERE (parent_run_id IS NOT NULL);
CREATE INDEX "job_items_waiting" ON "job_items"("due_at") WHERE (owner IS NULL AND queued_at IS NULL);
CREATE INDEX "job_items_queued" ON "job_items"("queued_at") WHERE (queued_at IS NOT NULL);
CREATE INDEX "job_items_owned" ON "job_items"("run_id") WHERE (owner IS NOT NULL);
CREATE INDEX "job_items_blocked" ON "job_items"("run_id") WHERE (blocked_at IS NOT NULL);
CREATE INDEX "job_flow_control_held" ON "job_flow_control"("due_at") WHERE (due_at IS NOT NULL);
CREATE INDEX "job_runs_pending" ON "job_runs"("function_id", "due_at") WHERE (status = 'pending');
CREATE INDEX "job_runs_singleton" ON "job_runs"("function_id", (keys->>'singleton')) WHERE (keys->>'singleton' IS NOT NULL AND ended_at IS NULL);
CREATE INDEX "contacts_entry" ON "contacts"("id") WHERE (entry IS NOT NULL);
