-- The first memory of Raconte: everything of schema.prisma, and the audit log that nobody rewrites.

-- CreateTable
CREATE TABLE "structure" (
    "id" TEXT NOT NULL,
    "position" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "structure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counsellor" (
    "id" TEXT NOT NULL,
    "structure_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "counsellor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_token" (
    "token_hash" TEXT NOT NULL,
    "counsellor_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "redeemed_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "session" (
    "session_hash" TEXT NOT NULL,
    "counsellor_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("session_hash")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "structure_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_wrote_at" TIMESTAMPTZ(3) NOT NULL,
    "last_channel" TEXT NOT NULL,
    "last_address" TEXT NOT NULL,
    "first_name" TEXT,
    "stage" TEXT NOT NULL DEFAULT 'new',
    "mode" TEXT NOT NULL DEFAULT 'running',
    "names" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_address" (
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "return_path" TEXT,

    CONSTRAINT "person_address_pkey" PRIMARY KEY ("channel","address")
);

-- CreateTable
CREATE TABLE "opt_out" (
    "id" BIGSERIAL NOT NULL,
    "address_hash" TEXT NOT NULL,
    "is_out" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "opt_out_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "direction" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "external_id" TEXT,
    "text" TEXT NOT NULL,
    "choices" TEXT[],
    "attachments" INTEGER NOT NULL DEFAULT 0,
    "opt_out" TEXT,
    "masked" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),
    "delivery" TEXT,
    "delivery_code" TEXT,
    "segments" INTEGER,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_news" (
    "channel" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "code" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_news_pkey" PRIMARY KEY ("channel","external_id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "person_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "interview" JSONB NOT NULL,
    "record" JSONB NOT NULL,
    "previous" JSONB,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "person_id" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "structure_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pending" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "draft_id" TEXT NOT NULL,
    "draft_version" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_pkey" PRIMARY KEY ("draft_id","format","draft_version")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "subject" TEXT NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "structure_id" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_by" TEXT,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "draft_id" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "position" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "person_id" TEXT,
    "object" TEXT,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE UNIQUE INDEX "structure_position_key" ON "structure"("position");

-- CreateIndex
CREATE UNIQUE INDEX "counsellor_email_key" ON "counsellor"("email");

-- CreateIndex
CREATE INDEX "counsellor_structure_id_idx" ON "counsellor"("structure_id");

-- CreateIndex
CREATE INDEX "login_token_counsellor_id_idx" ON "login_token"("counsellor_id");

-- CreateIndex
CREATE INDEX "session_counsellor_id_idx" ON "session"("counsellor_id");

-- CreateIndex
CREATE INDEX "person_structure_id_last_wrote_at_idx" ON "person"("structure_id", "last_wrote_at" DESC);

-- CreateIndex
CREATE INDEX "person_address_person_id_idx" ON "person_address"("person_id");

-- CreateIndex
CREATE INDEX "opt_out_address_hash_id_idx" ON "opt_out"("address_hash", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "message_position_key" ON "message"("position");

-- CreateIndex
CREATE INDEX "message_person_id_position_idx" ON "message"("person_id", "position");

-- CreateIndex
CREATE INDEX "message_channel_address_position_idx" ON "message"("channel", "address", "position");

-- CreateIndex
CREATE UNIQUE INDEX "message_direction_channel_external_id_key" ON "message"("direction", "channel", "external_id");

-- CreateIndex
CREATE INDEX "delivery_news_at_idx" ON "delivery_news"("at");

-- CreateIndex
CREATE INDEX "event_person_id_id_idx" ON "event"("person_id", "id");

-- CreateIndex
CREATE INDEX "draft_person_id_created_at_idx" ON "draft"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "draft_structure_id_status_updated_at_idx" ON "draft"("structure_id", "status", "updated_at");

-- CreateIndex
CREATE INDEX "outbox_state_not_before_position_idx" ON "outbox"("state", "not_before", "position");

-- CreateIndex
CREATE INDEX "outbox_subject_idx" ON "outbox"("subject");

-- CreateIndex
CREATE INDEX "alert_structure_id_acknowledged_at_at_idx" ON "alert"("structure_id", "acknowledged_at", "at");

-- CreateIndex
CREATE INDEX "alert_person_id_idx" ON "alert"("person_id");

-- CreateIndex
CREATE INDEX "mail_created_at_idx" ON "mail"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "share_token_hash_key" ON "share"("token_hash");

-- CreateIndex
CREATE INDEX "share_person_id_idx" ON "share"("person_id");

-- CreateIndex
CREATE INDEX "share_draft_id_idx" ON "share"("draft_id");

-- CreateIndex
CREATE INDEX "audit_log_person_id_position_idx" ON "audit_log"("person_id", "position");

-- AddForeignKey
ALTER TABLE "counsellor" ADD CONSTRAINT "counsellor_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_token" ADD CONSTRAINT "login_token_counsellor_id_fkey" FOREIGN KEY ("counsellor_id") REFERENCES "counsellor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_counsellor_id_fkey" FOREIGN KEY ("counsellor_id") REFERENCES "counsellor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_address" ADD CONSTRAINT "person_address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share" ADD CONSTRAINT "share_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever may write to the base still cannot rewrite what was done.
CREATE FUNCTION "refuse_to_rewrite"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END
$$;

CREATE TRIGGER "audit_log_is_append_only"
    BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_log"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_rewrite"();
