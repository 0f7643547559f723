-- CreateEnum
CREATE TYPE "model_purpose" AS ENUM ('turn', 'translation');

-- CreateTable
CREATE TABLE "model_calls" (
    "id" BIGSERIAL NOT NULL,
    "contact_id" UUID,
    "purpose" "model_purpose" NOT NULL,
    "model" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "prompt_tokens" INTEGER NOT NULL,
    "completion_tokens" INTEGER NOT NULL,
    "cost_inr" DECIMAL(12,6) NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_calls_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "model_calls_contact_id_at_idx" ON "model_calls"("contact_id", "at");

-- CreateIndex
CREATE INDEX "model_calls_at_idx" ON "model_calls"("at");
