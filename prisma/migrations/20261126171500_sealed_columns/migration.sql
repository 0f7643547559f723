-- DropIndex
DROP INDEX "contacts_channel_bsuid_key";

-- DropIndex
DROP INDEX "contacts_channel_phone_key";

-- AlterTable
ALTER TABLE "contacts" DROP COLUMN "search",
ADD COLUMN     "bsuid_hash" TEXT,
ADD COLUMN     "is_sample" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "phone_hash" TEXT,
ADD COLUMN     "tokens" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "messages" DROP COLUMN "search",
ADD COLUMN     "tokens" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "turns" ADD COLUMN     "wording" TEXT;

-- CreateIndex
CREATE INDEX "contacts_tokens_idx" ON "contacts" USING GIN ("tokens");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_channel_phone_hash_key" ON "contacts"("channel", "phone_hash");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_channel_bsuid_hash_key" ON "contacts"("channel", "bsuid_hash");

-- CreateIndex
CREATE INDEX "messages_tokens_idx" ON "messages" USING GIN ("tokens");

-- What was searched by is made by the server now, of what it alone can read.
DROP FUNCTION "search_query";
DROP FUNCTION "search_words";

-- AlterTable
ALTER TABLE "erasures" ADD COLUMN     "mentions" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "contact_import_rows" ADD COLUMN     "traces" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "contact_import_rows_traces_idx" ON "contact_import_rows" USING GIN ("traces");

-- CreateTable
CREATE TABLE "erased_messages" (
    "hash" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erased_messages_pkey" PRIMARY KEY ("hash")
);

-- What an erasure looks for among all that ever came in.
CREATE INDEX "inbox_entries_contact" ON "inbox_entries"("contact_id") WHERE (contact_id IS NOT NULL);
CREATE INDEX "inbox_entries_subject" ON "inbox_entries"("subject_id") WHERE (subject_id IS NOT NULL);
CREATE INDEX "inbox_entries_account" ON "inbox_entries"("id") WHERE (kind = 'account');

-- AlterTable
ALTER TABLE "follow_ups" ADD COLUMN     "author_id" TEXT;

-- Until now only the name was kept: it says who it was where one person alone has it.
UPDATE follow_ups f SET author_id = u.id FROM users u
WHERE u.name = f.author AND NOT EXISTS (SELECT 1 FROM users o WHERE o.name = u.name AND o.id <> u.id);

-- Lists of turns that read a message: all of them, by why they were read so, and those that asked a model.
CREATE INDEX "turns_read" ON "turns"("at", "id") WHERE (understanding IS NOT NULL);
CREATE INDEX "turns_read_by_reason" ON "turns"((COALESCE(understanding->>'reason', 'embedded.only')), "at", "id") WHERE (understanding IS NOT NULL);
CREATE INDEX "turns_asking_model" ON "turns"("at", "id") WHERE (understanding IS NOT NULL
  AND (COALESCE(understanding->>'reason', 'embedded.only') LIKE 'model.%'
    AND COALESCE(understanding->>'reason', 'embedded.only') NOT IN ('model.over_budget', 'model.paused')
    OR jsonb_typeof(understanding->'other') = 'object'));

-- An officer's own words about why they asked are personal: they stand where words are sealed, and the reason is a code.
UPDATE handovers SET summary = reason, reason = 'officer' WHERE asked_by = 'officer' AND reason <> 'officer' AND summary = '';

-- The values of a fact that an officer changed stand where they are sealed; "from" and "to" are codes and ids.
UPDATE lead_events SET detail = detail - 'from' - 'to' || jsonb_build_object('before', detail->'from', 'after', detail->'to')
WHERE kind = 'fact' AND detail ? 'to';

-- The people of the sample data were known by their channel's id, which is about to be sealed.
UPDATE contacts SET is_sample = true WHERE channel = 'simulator' AND starts_with(bsuid, 'sample.');
