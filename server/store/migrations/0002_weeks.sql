-- Copies are made from the revisions: all of them are made anew, in the narrow form, when the release starts.
DROP TABLE "jauge"."copies";
--> statement-breakpoint
UPDATE "jauge"."deployment" SET "format" = 3;
--> statement-breakpoint
CREATE TABLE "jauge"."copies" (
  "id" uuid NOT NULL,
  "revision" integer NOT NULL,
  "observed_from" date NOT NULL,
  "public_from" timestamptz(3),
  "partner_from" timestamptz(3),
  "analyst_from" timestamptz(3),
  "published_at" timestamptz(3) NOT NULL,
  "received_at" timestamptz(3) NOT NULL,
  "told" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "copies_of" ON "jauge"."copies" ("id");
--> statement-breakpoint
CREATE INDEX "copies_observed" ON "jauge"."copies" ("observed_from");
--> statement-breakpoint
CREATE INDEX "copies_received" ON "jauge"."copies" ("received_at");
--> statement-breakpoint
CREATE INDEX "copies_revised" ON "jauge"."copies" ("id") WHERE "revision" > 1;
--> statement-breakpoint
-- What is delayed comes due long after it came in. What may be seen at once has no entry here.
CREATE INDEX "copies_due_public" ON "jauge"."copies" ("public_from") WHERE "public_from" > 'epoch';
--> statement-breakpoint
CREATE INDEX "copies_due_partner" ON "jauge"."copies" ("partner_from") WHERE "partner_from" > 'epoch';
--> statement-breakpoint
CREATE INDEX "copies_due_analyst" ON "jauge"."copies" ("analyst_from") WHERE "analyst_from" > 'epoch';
