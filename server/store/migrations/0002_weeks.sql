-- Copies are made from the revisions: all of them are made anew, in the narrow form, when the release starts.
DROP TABLE "jauge"."copies";
--> statement-breakpoint
UPDATE "jauge"."deployment" SET "format" = 3;
--> statement-breakpoint
CREATE TABLE "jauge"."copies" (
  "id" uuid NOT NULL,
  "revision" integer NOT NULL,
  "role" text NOT NULL,
  "observed_from" date NOT NULL,
  "visible_from" timestamptz(3) NOT NULL,
  "published_at" timestamptz(3) NOT NULL,
  "received_at" timestamptz(3) NOT NULL,
  "told" text NOT NULL,
  PRIMARY KEY ("id", "revision", "role"),
  FOREIGN KEY ("id", "revision") REFERENCES "jauge"."revisions" ("id", "revision") ON DELETE CASCADE
);
--> statement-breakpoint
CREATE INDEX "copies_observed" ON "jauge"."copies" ("role", "observed_from", "id");
--> statement-breakpoint
CREATE INDEX "copies_received" ON "jauge"."copies" ("role", "received_at");
--> statement-breakpoint
CREATE INDEX "copies_visible" ON "jauge"."copies" ("role", "visible_from");
--> statement-breakpoint
CREATE INDEX "copies_revised" ON "jauge"."copies" ("role", "id") WHERE "revision" > 1;
