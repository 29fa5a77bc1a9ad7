-- When somebody last took an outgoing message to send it: a claim older than two minutes is of somebody
-- who died in the middle.
ALTER TABLE "message" ADD COLUMN "claimed_at" TIMESTAMPTZ(3);
