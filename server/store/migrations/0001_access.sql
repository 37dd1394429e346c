ALTER TABLE "jauge"."deployment" ADD COLUMN "policy" text;
--> statement-breakpoint
UPDATE "jauge"."deployment" SET "format" = 2;
--> statement-breakpoint
CREATE TABLE "jauge"."purged" (
  "digest" text PRIMARY KEY
);
--> statement-breakpoint
CREATE TABLE "jauge"."access_keys" (
  "id" text PRIMARY KEY,
  "label" text NOT NULL,
  "role" text NOT NULL CHECK ("role" IN ('partner', 'analyst', 'admin')),
  "digest" text NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "expires_at" timestamptz(3),
  "revoked_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "jauge"."sessions" (
  "digest" text PRIMARY KEY,
  "role" text NOT NULL CHECK ("role" IN ('partner', 'analyst', 'admin')),
  "label" text NOT NULL,
  "key" text REFERENCES "jauge"."access_keys" ("id"),
  "expires_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sessions_of" ON "jauge"."sessions" ("key");
--> statement-breakpoint
CREATE TABLE "jauge"."audit" (
  "n" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "at" timestamptz(3) NOT NULL,
  "by" text NOT NULL,
  "action" text NOT NULL,
  "about" text
);
--> statement-breakpoint
CREATE FUNCTION "jauge"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'jauge.% is only ever added to: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "jauge"."audit"
  FOR EACH STATEMENT EXECUTE FUNCTION "jauge"."refuse_change"();
--> statement-breakpoint
ALTER TABLE "jauge"."audit" ENABLE ALWAYS TRIGGER "audit_only_grows";
--> statement-breakpoint
CREATE TRIGGER "purged_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "jauge"."purged"
  FOR EACH STATEMENT EXECUTE FUNCTION "jauge"."refuse_change"();
--> statement-breakpoint
ALTER TABLE "jauge"."purged" ENABLE ALWAYS TRIGGER "purged_only_grows";
