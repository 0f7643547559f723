-- CreateIndex
CREATE INDEX "flow_sessions_flow_id_started_at_idx" ON "flow_sessions"("flow_id", "started_at");

-- CreateIndex
CREATE INDEX "turns_flow_id_flow_version_at_idx" ON "turns"("flow_id", "flow_version", "at");
