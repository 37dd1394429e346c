CREATE TABLE "jauge"."deployment" (
  "app" text PRIMARY KEY CHECK ("app" = 'jauge'),
  "format" integer NOT NULL,
  "version" bigint NOT NULL,
  "last_received" timestamptz(3)
);
--> statement-breakpoint
INSERT INTO "jauge"."deployment" ("app", "format", "version", "last_received") VALUES ('jauge', 1, 0, NULL);
--> statement-breakpoint
CREATE TABLE "jauge"."revisions" (
  "id" uuid NOT NULL,
  "revision" integer NOT NULL,
  "kind" text NOT NULL,
  "observed_from" date NOT NULL,
  "observed_to" date NOT NULL,
  "published_at" timestamptz(3) NOT NULL,
  "received_at" timestamptz(3) NOT NULL,
  "digest" text NOT NULL,
  "report" jsonb NOT NULL,
  PRIMARY KEY ("id", "revision")
);
--> statement-breakpoint
CREATE TABLE "jauge"."copies" (
  "role" text NOT NULL,
  "id" uuid NOT NULL,
  "revision" integer NOT NULL,
  "visible_from" timestamptz(3) NOT NULL,
  "published_at" timestamptz(3) NOT NULL,
  "received_at" timestamptz(3) NOT NULL,
  "observed_from" date NOT NULL,
  "observed_to" date NOT NULL,
  "kind" text NOT NULL,
  "axis" text,
  "place" text,
  "report" jsonb NOT NULL,
  PRIMARY KEY ("role", "id", "revision"),
  FOREIGN KEY ("id", "revision") REFERENCES "jauge"."revisions" ("id", "revision") ON DELETE CASCADE
);
--> statement-breakpoint
CREATE INDEX "copies_observed" ON "jauge"."copies" ("role", "observed_from", "id");
--> statement-breakpoint
CREATE INDEX "copies_received" ON "jauge"."copies" ("role", "received_at");
--> statement-breakpoint
CREATE INDEX "copies_visible" ON "jauge"."copies" ("role", "visible_from");
--> statement-breakpoint
CREATE INDEX "copies_of" ON "jauge"."copies" ("id", "revision");
