-- AlterTable
ALTER TABLE "flow_versions" ADD COLUMN     "author" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "flows" ADD COLUMN     "draft_revision" INTEGER NOT NULL DEFAULT 0;

-- Written by hand: the number moves from the draft, which comes and goes, to the flow.
UPDATE "flows" SET "draft_revision" = "flow_drafts"."revision" FROM "flow_drafts" WHERE "flow_drafts"."flow_id" = "flows"."id";

-- AlterTable
ALTER TABLE "flow_drafts" DROP COLUMN "revision";

-- CreateTable
CREATE TABLE "flow_scenarios" (
    "id" UUID NOT NULL,
    "flow_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flow_scenarios_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "flow_scenarios_flow_id_name_key" ON "flow_scenarios"("flow_id", "name");

-- AddForeignKey
ALTER TABLE "flow_scenarios" ADD CONSTRAINT "flow_scenarios_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "flows"("id") ON DELETE CASCADE ON UPDATE CASCADE;
