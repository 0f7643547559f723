-- CreateEnum
CREATE TYPE "conversation_status" AS ENUM ('bot', 'requested', 'taken', 'closed');

-- Hand-written from here to DropIndex: a value that is added to an enum can't be used in the same migration, a new enum's can.
DROP INDEX "handovers_requested";
CREATE TYPE "handover_status_new" AS ENUM ('requested', 'taken', 'returned', 'closed');
ALTER TABLE "handovers" ALTER COLUMN "status" DROP DEFAULT,
  ALTER COLUMN "status" TYPE "handover_status_new" USING ("status"::text::"handover_status_new"),
  ALTER COLUMN "status" SET DEFAULT 'requested';
DROP TYPE "handover_status";
ALTER TYPE "handover_status_new" RENAME TO "handover_status";

-- DropIndex
DROP INDEX "leads_score_idx";

-- What a text is found by: its words in small letters, in any script. PostgreSQL's own parser cuts Indic words at their vowel signs.
CREATE FUNCTION "search_words"("given" TEXT) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(ARRAY(
    SELECT DISTINCT left(word, 60)
    FROM regexp_split_to_table(
      lower(translate(normalize(given, NFKC), E'\u200b\u200c\u200d\ufeff', '')),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u0964\u0965\u2000-\u206f\u20b9]+') AS word
    WHERE word <> ''))
$$;

-- What is searched for: every word of it, or a word that begins with it; whole words where nothing ends them. Null where no word is left.
CREATE FUNCTION "search_query"("given" TEXT, "ending" TEXT DEFAULT ':*') RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg('''' || word || '''' || ending, ' & ')::tsquery FROM unnest(tsvector_to_array(search_words(given))) AS word
$$;

-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "search" tsvector GENERATED ALWAYS AS (search_words(
  COALESCE(name, '') || ' ' || COALESCE(username, '') || ' ' || COALESCE(phone || ' ' || right(phone, 10) || ' ' || right(phone, 4), ''))) STORED;

-- AlterTable
ALTER TABLE "handovers" ADD COLUMN     "answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "asked_by" TEXT NOT NULL DEFAULT 'flow',
ADD COLUMN     "assignee_id" TEXT,
ADD COLUMN     "closing_note" TEXT,
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "ended_by" TEXT,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "promised_at" TIMESTAMPTZ(3),
ADD COLUMN     "reroutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "return_state_id" TEXT,
ADD COLUMN     "routed_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_at" TIMESTAMPTZ(3),
ALTER COLUMN "session_id" DROP NOT NULL,
ALTER COLUMN "turn_id" DROP NOT NULL,
ALTER COLUMN "state_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "assignee_id" TEXT,
ADD COLUMN     "city" TEXT GENERATED ALWAYS AS (left(facts->>'property_location', 100)) STORED,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "income" DECIMAL GENERATED ALWAYS AS (CASE WHEN jsonb_typeof(facts->'monthly_income') = 'number' THEN (facts->>'monthly_income')::numeric END) STORED,
ADD COLUMN     "loan_amount" DECIMAL GENERATED ALWAYS AS (CASE WHEN jsonb_typeof(facts->'loan_amount_needed') = 'number' THEN (facts->>'loan_amount_needed')::numeric END) STORED,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "property_type" TEXT GENERATED ALWAYS AS (left(facts->>'property_type', 100)) STORED,
ADD COLUMN     "property_value" DECIMAL GENERATED ALWAYS AS (CASE WHEN jsonb_typeof(facts->'property_value') = 'number' THEN (facts->>'property_value')::numeric END) STORED,
ADD COLUMN     "purpose" TEXT GENERATED ALWAYS AS (left(facts->>'loan_purpose', 100)) STORED,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'message',
ADD COLUMN     "stage" TEXT NOT NULL DEFAULT 'initial',
ADD COLUMN     "stage_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "stage_by" TEXT;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "author_id" TEXT,
ADD COLUMN     "search" tsvector GENERATED ALWAYS AS (search_words(
  COALESCE(content->>'text', '') || ' ' || COALESCE(content->>'title', '') || ' ' || COALESCE(content->>'caption', '') || ' ' ||
  COALESCE(content->>'filename', '') || ' ' || COALESCE(content#>>'{transcript,text}', '') || ' ' || COALESCE(content->>'variables', ''))) STORED;

-- AlterTable
ALTER TABLE "campaigns" ADD COLUMN "author_id" TEXT;

-- CreateTable
CREATE TABLE "lead_events" (
    "id" BIGSERIAL NOT NULL,
    "contact_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lead_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notes" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "author_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "mentions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "assignee_id" TEXT,
    "author_id" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "screen" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "contact_id" UUID NOT NULL,
    "channel" "channel_name" NOT NULL,
    "status" "conversation_status" NOT NULL DEFAULT 'bot',
    "handover_id" UUID,
    "assignee_id" TEXT,
    "asked_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "last_message_id" UUID,
    "last_position" BIGINT NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_direction" "message_direction" NOT NULL DEFAULT 'in',
    "in_position" BIGINT NOT NULL DEFAULT 0,
    "in_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("contact_id")
);

-- CreateTable
CREATE TABLE "conversation_reads" (
    "user_id" TEXT NOT NULL,
    "contact_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "conversation_reads_pkey" PRIMARY KEY ("user_id","contact_id")
);

-- CreateTable
CREATE TABLE "scheduled_messages" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "author_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scheduled_messages_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "media_files" ADD COLUMN     "author_id" TEXT;

-- CreateTable
CREATE TABLE "canned_answers" (
    "id" UUID NOT NULL,
    "shortcut" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "author_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "canned_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "two_factor_enabled" BOOLEAN DEFAULT false,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_available" BOOLEAN NOT NULL DEFAULT true,
    "most_open" INTEGER NOT NULL DEFAULT 20,
    "may_export" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_sessions" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_accounts" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_two_factors" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "user_two_factors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_rate_limits" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "user_rate_limits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "token_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "role" TEXT NOT NULL,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "user_id" TEXT,
    "invited_by" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject_type" TEXT,
    "subject_id" TEXT,
    "detail" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasures" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "actor_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "counts" JSONB NOT NULL,
    "sealed" BYTEA,
    "sealed_files" JSONB NOT NULL DEFAULT '[]',
    "storage_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "keep_until" TIMESTAMPTZ(3),
    "shredded_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed_keys" (
    "id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sealed_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppressions" (
    "channel" "channel_name" NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppressions_pkey" PRIMARY KEY ("channel","hash")
);

-- CreateTable
CREATE TABLE "consent_notices" (
    "purpose" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_notices_pkey" PRIMARY KEY ("purpose","language","version")
);

-- CreateIndex
CREATE INDEX "erasures_at_id_idx" ON "erasures"("at", "id");

-- CreateIndex
CREATE INDEX "lead_events_contact_id_id_idx" ON "lead_events"("contact_id", "id");

-- CreateIndex
CREATE INDEX "notes_contact_id_created_at_idx" ON "notes"("contact_id", "created_at");

-- CreateIndex
CREATE INDEX "tasks_contact_id_created_at_idx" ON "tasks"("contact_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_screen_author_id_name_key" ON "saved_views"("screen", "author_id", "name");

-- CreateIndex
CREATE INDEX "conversations_status_last_at_contact_id_idx" ON "conversations"("status", "last_at", "contact_id");

-- CreateIndex
CREATE INDEX "conversations_assignee_id_last_at_contact_id_idx" ON "conversations"("assignee_id", "last_at", "contact_id");

-- CreateIndex
CREATE INDEX "conversations_last_at_contact_id_idx" ON "conversations"("last_at", "contact_id");

-- CreateIndex
CREATE INDEX "scheduled_messages_contact_id_due_at_idx" ON "scheduled_messages"("contact_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "canned_answers_shortcut_key" ON "canned_answers"("shortcut");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_sessions_token_key" ON "user_sessions"("token");

-- CreateIndex
CREATE INDEX "user_sessions_user_id_idx" ON "user_sessions"("user_id");

-- CreateIndex
CREATE INDEX "user_accounts_user_id_idx" ON "user_accounts"("user_id");

-- CreateIndex
CREATE INDEX "user_two_factors_user_id_idx" ON "user_two_factors"("user_id");

-- CreateIndex
CREATE INDEX "user_two_factors_secret_idx" ON "user_two_factors"("secret");

-- CreateIndex
CREATE INDEX "user_verifications_identifier_idx" ON "user_verifications"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "user_rate_limits_key_key" ON "user_rate_limits"("key");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE INDEX "audit_entries_actor_id_id_idx" ON "audit_entries"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_entries_subject_id_id_idx" ON "audit_entries"("subject_id", "id");

-- CreateIndex
CREATE INDEX "leads_score_contact_id_idx" ON "leads"("score", "contact_id");

-- CreateIndex
CREATE INDEX "leads_stage_score_contact_id_idx" ON "leads"("stage", "score", "contact_id");

-- CreateIndex
CREATE INDEX "leads_assignee_id_score_contact_id_idx" ON "leads"("assignee_id", "score", "contact_id");

-- CreateIndex
CREATE INDEX "leads_updated_at_contact_id_idx" ON "leads"("updated_at", "contact_id");

-- CreateIndex
CREATE INDEX "leads_created_at_contact_id_idx" ON "leads"("created_at", "contact_id");

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_events" ADD CONSTRAINT "lead_events_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_messages" ADD CONSTRAINT "scheduled_messages_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_sessions" ADD CONSTRAINT "user_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_accounts" ADD CONSTRAINT "user_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_two_factors" ADD CONSTRAINT "user_two_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written: Prisma's diff sees neither partial indexes nor triggers.
CREATE INDEX "handovers_requested" ON "handovers"("created_at") WHERE (status = 'requested');
CREATE INDEX "contacts_search" ON "contacts" USING gin ("search") WHERE (search IS NOT NULL);
CREATE INDEX "messages_search" ON "messages" USING gin ("search") WHERE (search IS NOT NULL);
CREATE INDEX "messages_recent" ON "messages"("position") WHERE (position IS NOT NULL);
CREATE INDEX "contacts_tagged" ON "contacts"("id") WHERE (tags <> '{}');
CREATE INDEX "tasks_due" ON "tasks"("due_at", "contact_id") WHERE (done_at IS NULL AND due_at IS NOT NULL);
-- The narrow part of a lead, which filters, counts and sums read instead of the whole of it. Its condition holds of every lead, and
-- stands in those queries too (server/leads/filter).
CREATE INDEX "leads_narrow" ON "leads"("stage", "stage_at", "contact_id") INCLUDE ("score", "assignee_id", "loan_amount", "city",
  "property_type", "purpose", "property_value", "income", "source", "outcome", "created_at") WHERE (score >= 0);
CREATE INDEX "leads_ended" ON "leads"("city", "loan_amount")
  WHERE (loan_amount IS NOT NULL AND (outcome IS NOT NULL OR stage IN ('completed', 'not_interested')));
CREATE INDEX "leads_city" ON "leads"("city", "contact_id") WHERE (city IS NOT NULL);
CREATE INDEX "leads_loan_amount" ON "leads"("loan_amount", "contact_id") WHERE (loan_amount IS NOT NULL);
CREATE INDEX "conversations_asked" ON "conversations"("asked_at", "contact_id") WHERE (asked_at IS NOT NULL);
CREATE INDEX "scheduled_messages_due" ON "scheduled_messages"("due_at") WHERE (status = 'planned');
CREATE INDEX "tasks_open" ON "tasks"("assignee_id", "due_at") WHERE (done_at IS NULL);

-- Where the leads that are there stand, since when, and how they came.
UPDATE leads l SET created_at = c.created_at, stage_at = l.updated_at,
  source = CASE WHEN c.channel = 'simulator' THEN 'simulator' WHEN l.referral IS NOT NULL THEN 'ad'
    WHEN l.flow_id = '' THEN 'import' ELSE 'message' END,
  stage = CASE WHEN l.state_id IN ('initial', 'introduction', 'qualifying', 'property_details', 'loan_details', 'objection_handling',
    'closing', 'follow_up_scheduling', 'completed', 'not_interested') THEN l.state_id ELSE 'initial' END
FROM contacts c WHERE c.id = l.contact_id;

-- Of several requests of one customer only the newest is open.
UPDATE handovers h SET status = 'closed', ended_at = now()
WHERE EXISTS (SELECT 1 FROM handovers n WHERE n.contact_id = h.contact_id AND (n.created_at, n.id) > (h.created_at, h.id));
CREATE UNIQUE INDEX "handovers_open" ON "handovers"("contact_id") WHERE (status IN ('requested', 'taken'));

-- The inbox's list follows every message that is written, whoever writes it, and tells every process of it.
CREATE FUNCTION "follow_messages"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conversations AS c (contact_id, channel, last_message_id, last_position, last_at, last_direction, in_position, in_at)
  SELECT DISTINCT ON (m.contact_id) m.contact_id, m.channel, m.id, m.position, m.at, m.direction,
    COALESCE(max(m.position) FILTER (WHERE m.direction = 'in') OVER everything, 0),
    max(m.at) FILTER (WHERE m.direction = 'in') OVER everything
  FROM fresh m WINDOW everything AS (PARTITION BY m.contact_id)
  ORDER BY m.contact_id, m.position DESC
  ON CONFLICT (contact_id) DO UPDATE SET last_message_id = excluded.last_message_id, last_position = excluded.last_position,
    last_at = excluded.last_at, last_direction = excluded.last_direction,
    in_position = GREATEST(c.in_position, excluded.in_position), in_at = GREATEST(c.in_at, excluded.in_at),
    status = CASE WHEN c.status = 'closed' AND excluded.in_position > 0 THEN 'bot' ELSE c.status END,
    snoozed_until = CASE WHEN excluded.in_position > 0 THEN NULL ELSE c.snoozed_until END;
  PERFORM pg_notify('inbox', contact_id::text) FROM (SELECT DISTINCT contact_id FROM fresh) told;
  RETURN NULL;
END $$;
CREATE TRIGGER "follow_messages" AFTER INSERT ON "messages" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION follow_messages();

CREATE FUNCTION "follow_handover"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IN ('requested', 'taken') THEN
    INSERT INTO conversations AS c (contact_id, channel, last_at, status, handover_id, assignee_id, asked_at)
    SELECT NEW.contact_id, channel, NEW.created_at, NEW.status::text::conversation_status, NEW.id, NEW.assignee_id, NEW.created_at
    FROM contacts WHERE id = NEW.contact_id
    ON CONFLICT (contact_id) DO UPDATE SET status = excluded.status, handover_id = excluded.handover_id,
      assignee_id = excluded.assignee_id, asked_at = excluded.asked_at;
  ELSE
    UPDATE conversations SET status = CASE WHEN NEW.status = 'closed' THEN 'closed' ELSE 'bot' END::conversation_status,
      handover_id = NULL, assignee_id = NULL, asked_at = NULL
    WHERE contact_id = NEW.contact_id AND handover_id = NEW.id;
  END IF;
  PERFORM pg_notify('inbox', NEW.contact_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "follow_handover" AFTER INSERT OR UPDATE OF status, assignee_id ON "handovers"
  FOR EACH ROW EXECUTE FUNCTION follow_handover();

-- A handover that is forgotten with its session is nobody's any more.
CREATE FUNCTION "forget_handover"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE conversations SET status = 'bot', handover_id = NULL, assignee_id = NULL, asked_at = NULL
  WHERE contact_id = OLD.contact_id AND handover_id = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "forget_handover" AFTER DELETE ON "handovers" FOR EACH ROW EXECUTE FUNCTION forget_handover();

INSERT INTO conversations (contact_id, channel, last_message_id, last_position, last_at, last_direction, in_position, in_at)
SELECT DISTINCT ON (m.contact_id) m.contact_id, m.channel, m.id, m.position, m.at, m.direction,
  COALESCE(max(m.position) FILTER (WHERE m.direction = 'in') OVER everything, 0),
  max(m.at) FILTER (WHERE m.direction = 'in') OVER everything
FROM messages m WINDOW everything AS (PARTITION BY m.contact_id)
ORDER BY m.contact_id, m.position DESC;
UPDATE conversations c SET status = 'requested', handover_id = h.id, asked_at = h.created_at
FROM handovers h WHERE h.contact_id = c.contact_id AND h.status = 'requested';

-- The audit log only grows, and each row seals the one before.
CREATE FUNCTION "seal_audit_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before record;
BEGIN
  PERFORM pg_advisory_xact_lock(815390221);
  SELECT id, hash INTO before FROM audit_entries ORDER BY id DESC LIMIT 1;
  NEW.id := COALESCE(before.id, 0) + 1;
  NEW.hash := audit_hash(NEW, COALESCE(before.hash, ''));
  RETURN NEW;
END $$;
CREATE FUNCTION "audit_hash"("entry" "audit_entries", "before" TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(before, entry.id, (extract(epoch FROM entry.at) * 1000)::bigint,
    entry.actor_id, entry.actor_name, entry.act, entry.subject_type, entry.subject_id, entry.detail)::text, 'UTF8')), 'hex')
$$;
CREATE TRIGGER "seal_audit_entry" BEFORE INSERT ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION seal_audit_entry();
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The rows of % are never changed.', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "refuse_truncate" BEFORE TRUNCATE ON "audit_entries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Consent records only grow, too: a merge of two contacts may move them, and an erasure (which says that it is one) or the
-- simulator may take them away.
CREATE FUNCTION "keep_consents"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'contact_id' = to_jsonb(OLD) - 'contact_id' THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' AND (OLD.channel = 'simulator' OR current_setting('vaarta.erasing', true) = OLD.contact_id::text)
    THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Consent records are never changed.';
END $$;
CREATE TRIGGER "keep_consents" BEFORE UPDATE OR DELETE ON "consent_records" FOR EACH ROW EXECUTE FUNCTION keep_consents();
CREATE TRIGGER "refuse_change" BEFORE UPDATE OR DELETE ON "consent_notices" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- AlterTable
ALTER TABLE "turns" ADD COLUMN     "position" BIGSERIAL NOT NULL;

-- CreateTable
CREATE TABLE "analytics_progress" (
    "source" TEXT NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,
    "counted_at" TIMESTAMPTZ(3),

    CONSTRAINT "analytics_progress_pkey" PRIMARY KEY ("source")
);

-- CreateTable
CREATE TABLE "analytics_days" (
    "measure" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "key" TEXT NOT NULL,
    "flow_id" TEXT NOT NULL,
    "flow_version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "count" BIGINT NOT NULL,
    "sum" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "analytics_days_pkey" PRIMARY KEY ("measure","day","key","flow_id","flow_version","language","source","campaign_id")
);

-- CreateTable
CREATE TABLE "analytics_marks" (
    "subject_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "flow_id" TEXT NOT NULL,
    "flow_version" INTEGER NOT NULL,
    "session_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "state_id" TEXT,
    "wording" TEXT,
    "language" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "analytics_marks_pkey" PRIMARY KEY ("subject_id","measure","key","flow_id","flow_version")
);

-- CreateIndex
CREATE INDEX "turns_position_idx" ON "turns"("position");

-- CreateIndex
CREATE INDEX "analytics_marks_measure_key_at_subject_id_idx" ON "analytics_marks"("measure", "key", "at", "subject_id");

-- CreateIndex
CREATE INDEX "analytics_marks_session_id_idx" ON "analytics_marks"("session_id");

-- CreateIndex
CREATE INDEX "handovers_created_at_idx" ON "handovers"("created_at");

-- AddForeignKey
ALTER TABLE "analytics_marks" ADD CONSTRAINT "analytics_marks_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "flow_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hand-written: Prisma's diff does not see partial indexes.
CREATE INDEX "analytics_marks_of_turns" ON "analytics_marks"("measure", "at") WHERE (measure IN ('answered', 'unanswered', 'review'));
CREATE INDEX "follow_ups_effect" ON "follow_ups"("sent_at") INCLUDE ("reason", "answered_at", "contact_id") WHERE (sent_at IS NOT NULL);
