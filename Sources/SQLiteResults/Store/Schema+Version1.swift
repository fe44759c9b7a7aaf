extension Schema {
    /// The first version of the file: once released it is never edited, only followed by others.
    ///
    /// Triggers let nothing be changed or removed, but for the personal fields of somebody who has
    /// a tombstone; every connection of ours also makes REPLACE meet them.
    static let version1: StaticString = """
        CREATE TABLE "person" (
            "person" BLOB NOT NULL CHECK (length("person") = 16),
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "roles" TEXT NOT NULL,
            "name" TEXT,
            "external_id" TEXT,
            "email" TEXT,
            "salt" BLOB CHECK (length("salt") = 16),
            "seal" BLOB NOT NULL CHECK (length("seal") = 32),
            PRIMARY KEY ("person", "id")
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX "person_external_id" ON "person" ("external_id");
        CREATE TRIGGER "person_stays" BEFORE UPDATE ON "person"
        WHEN NOT (
                NEW."name" IS NULL AND NEW."external_id" IS NULL AND NEW."email" IS NULL AND
                NEW."salt" IS NULL AND NEW."person" IS OLD."person" AND NEW."id" IS OLD."id" AND
                NEW."at" IS OLD."at" AND NEW."by" IS OLD."by" AND NEW."roles" IS OLD."roles" AND
                NEW."seal" IS OLD."seal"
                AND EXISTS (SELECT 1 FROM "erasure" WHERE "learner" = OLD."person"))
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "person_remains" BEFORE DELETE ON "person"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "cohort" (
            "cohort" TEXT NOT NULL,
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "title" TEXT NOT NULL,
            PRIMARY KEY ("cohort", "id")
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "cohort_stays" BEFORE UPDATE ON "cohort"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "cohort_remains" BEFORE DELETE ON "cohort"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "membership" (
            "cohort" TEXT NOT NULL,
            "person" BLOB NOT NULL CHECK (length("person") = 16),
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "joined" INTEGER NOT NULL,
            PRIMARY KEY ("cohort", "person", "id")
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "membership_stays" BEFORE UPDATE ON "membership"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "membership_remains" BEFORE DELETE ON "membership"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "content" (
            "hash" BLOB NOT NULL CHECK (length("hash") = 32),
            "kind" TEXT NOT NULL,
            "name" TEXT NOT NULL,
            "version" TEXT NOT NULL,
            "structure" BLOB NOT NULL CHECK (length("structure") = 32),
            "bytes" BLOB NOT NULL,
            PRIMARY KEY ("hash")
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "content_stays" BEFORE UPDATE ON "content"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "content_remains" BEFORE DELETE ON "content"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "sitting" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "sitting" BLOB NOT NULL CHECK (length("sitting") = 16),
            "at" INTEGER NOT NULL,
            "quiz" TEXT NOT NULL,
            "content" BLOB NOT NULL CHECK (length("content") = 32),
            "seed" INTEGER NOT NULL,
            "attempt" INTEGER NOT NULL,
            "attempts_allowed" INTEGER,
            "items" TEXT NOT NULL,
            PRIMARY KEY ("learner", "sitting"),
            FOREIGN KEY (content) REFERENCES content (hash)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX "sitting_quiz" ON "sitting" ("quiz");
        CREATE TRIGGER "sitting_stays" BEFORE UPDATE ON "sitting"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "sitting_remains" BEFORE DELETE ON "sitting"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "step" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "sitting" BLOB NOT NULL CHECK (length("sitting") = 16),
            "number" INTEGER NOT NULL,
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "uptime" INTEGER NOT NULL,
            "boot" TEXT,
            "kind" TEXT NOT NULL,
            "item" TEXT,
            "answer" TEXT,
            "confidence" INTEGER,
            "words" TEXT,
            "salt" BLOB CHECK (length("salt") = 16),
            "seal" BLOB NOT NULL CHECK (length("seal") = 32),
            PRIMARY KEY ("learner", "sitting", "number", "id"),
            FOREIGN KEY (learner, sitting) REFERENCES sitting (learner, sitting)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "step_stays" BEFORE UPDATE ON "step"
        WHEN NOT (
                NEW."words" IS NULL AND NEW."salt" IS NULL AND NEW."learner" IS OLD."learner" AND
                NEW."sitting" IS OLD."sitting" AND NEW."number" IS OLD."number" AND NEW."id" IS
                OLD."id" AND NEW."at" IS OLD."at" AND NEW."uptime" IS OLD."uptime" AND NEW."boot" IS
                OLD."boot" AND NEW."kind" IS OLD."kind" AND NEW."item" IS OLD."item" AND
                NEW."answer" IS OLD."answer" AND NEW."confidence" IS OLD."confidence" AND NEW."seal"
                IS OLD."seal"
                AND EXISTS (SELECT 1 FROM "erasure" WHERE "learner" = OLD."learner"))
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "step_remains" BEFORE DELETE ON "step"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "grade" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "sitting" BLOB NOT NULL CHECK (length("sitting") = 16),
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "grader" TEXT NOT NULL,
            "cause" TEXT NOT NULL,
            "earned" TEXT NOT NULL,
            "possible" TEXT NOT NULL,
            "verdict" TEXT NOT NULL,
            "items" TEXT NOT NULL,
            "reason" TEXT,
            "salt" BLOB CHECK (length("salt") = 16),
            "seal" BLOB NOT NULL CHECK (length("seal") = 32),
            PRIMARY KEY ("learner", "sitting", "id"),
            FOREIGN KEY (learner, sitting) REFERENCES sitting (learner, sitting)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "grade_stays" BEFORE UPDATE ON "grade"
        WHEN NOT (
                NEW."reason" IS NULL AND NEW."salt" IS NULL AND NEW."learner" IS OLD."learner" AND
                NEW."sitting" IS OLD."sitting" AND NEW."id" IS OLD."id" AND NEW."at" IS OLD."at" AND
                NEW."by" IS OLD."by" AND NEW."grader" IS OLD."grader" AND NEW."cause" IS OLD."cause"
                AND NEW."earned" IS OLD."earned" AND NEW."possible" IS OLD."possible" AND
                NEW."verdict" IS OLD."verdict" AND NEW."items" IS OLD."items" AND NEW."seal" IS
                OLD."seal"
                AND EXISTS (SELECT 1 FROM "erasure" WHERE "learner" = OLD."learner"))
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "grade_remains" BEFORE DELETE ON "grade"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "sheet" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "submission" TEXT NOT NULL,
            "sheet" TEXT NOT NULL,
            "revision" INTEGER NOT NULL,
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "reviewer" BLOB NOT NULL CHECK (length("reviewer") = 16),
            "rubric" BLOB NOT NULL CHECK (length("rubric") = 32),
            "status" TEXT NOT NULL,
            "marks" TEXT NOT NULL,
            "words" TEXT,
            "salt" BLOB CHECK (length("salt") = 16),
            "seal" BLOB NOT NULL CHECK (length("seal") = 32),
            PRIMARY KEY ("learner", "submission", "sheet", "revision", "id"),
            FOREIGN KEY (rubric) REFERENCES content (hash)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "sheet_stays" BEFORE UPDATE ON "sheet"
        WHEN NOT (
                NEW."words" IS NULL AND NEW."salt" IS NULL AND NEW."learner" IS OLD."learner" AND
                NEW."submission" IS OLD."submission" AND NEW."sheet" IS OLD."sheet" AND
                NEW."revision" IS OLD."revision" AND NEW."id" IS OLD."id" AND NEW."at" IS OLD."at"
                AND NEW."reviewer" IS OLD."reviewer" AND NEW."rubric" IS OLD."rubric" AND
                NEW."status" IS OLD."status" AND NEW."marks" IS OLD."marks" AND NEW."seal" IS
                OLD."seal"
                AND EXISTS (SELECT 1 FROM "erasure" WHERE "learner" = OLD."learner"))
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "sheet_remains" BEFORE DELETE ON "sheet"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "evaluation" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "submission" TEXT NOT NULL,
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "grader" TEXT NOT NULL,
            "rubric" BLOB NOT NULL CHECK (length("rubric") = 32),
            "sheets" TEXT NOT NULL,
            "score" TEXT,
            "verdict" TEXT NOT NULL,
            "details" TEXT NOT NULL,
            "words" TEXT,
            "salt" BLOB CHECK (length("salt") = 16),
            "seal" BLOB NOT NULL CHECK (length("seal") = 32),
            PRIMARY KEY ("learner", "submission", "id"),
            FOREIGN KEY (rubric) REFERENCES content (hash)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "evaluation_stays" BEFORE UPDATE ON "evaluation"
        WHEN NOT (
                NEW."words" IS NULL AND NEW."salt" IS NULL AND NEW."learner" IS OLD."learner" AND
                NEW."submission" IS OLD."submission" AND NEW."id" IS OLD."id" AND NEW."at" IS
                OLD."at" AND NEW."by" IS OLD."by" AND NEW."grader" IS OLD."grader" AND NEW."rubric"
                IS OLD."rubric" AND NEW."sheets" IS OLD."sheets" AND NEW."score" IS OLD."score" AND
                NEW."verdict" IS OLD."verdict" AND NEW."details" IS OLD."details" AND NEW."seal" IS
                OLD."seal"
                AND EXISTS (SELECT 1 FROM "erasure" WHERE "learner" = OLD."learner"))
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "evaluation_remains" BEFORE DELETE ON "evaluation"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "override" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "target" BLOB NOT NULL CHECK (length("target") = 16),
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "kind" TEXT NOT NULL,
            "before" TEXT NOT NULL,
            "after" TEXT NOT NULL,
            "reason" TEXT,
            "salt" BLOB CHECK (length("salt") = 16),
            "seal" BLOB NOT NULL CHECK (length("seal") = 32),
            PRIMARY KEY ("learner", "target", "id")
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "override_stays" BEFORE UPDATE ON "override"
        WHEN NOT (
                NEW."reason" IS NULL AND NEW."salt" IS NULL AND NEW."learner" IS OLD."learner" AND
                NEW."target" IS OLD."target" AND NEW."id" IS OLD."id" AND NEW."at" IS OLD."at" AND
                NEW."by" IS OLD."by" AND NEW."kind" IS OLD."kind" AND NEW."before" IS OLD."before"
                AND NEW."after" IS OLD."after" AND NEW."seal" IS OLD."seal"
                AND EXISTS (SELECT 1 FROM "erasure" WHERE "learner" = OLD."learner"))
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "override_remains" BEFORE DELETE ON "override"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "standing" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "program" TEXT NOT NULL,
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "content" BLOB NOT NULL CHECK (length("content") = 32),
            "state" TEXT NOT NULL,
            "details" TEXT NOT NULL,
            PRIMARY KEY ("learner", "program", "id"),
            FOREIGN KEY (content) REFERENCES content (hash)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "standing_stays" BEFORE UPDATE ON "standing"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "standing_remains" BEFORE DELETE ON "standing"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "erasure" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            PRIMARY KEY ("learner", "id")
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "erasure_stays" BEFORE UPDATE ON "erasure"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "erasure_remains" BEFORE DELETE ON "erasure"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "merge" (
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "head" BLOB NOT NULL CHECK (length("head") = 32),
            "records" INTEGER NOT NULL,
            PRIMARY KEY ("id")
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "merge_stays" BEFORE UPDATE ON "merge"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "merge_remains" BEFORE DELETE ON "merge"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "audit" (
            "sequence" INTEGER NOT NULL CHECK ("sequence" > 0),
            "hash" BLOB NOT NULL UNIQUE CHECK (length("hash") = 32),
            "previous" BLOB NOT NULL CHECK (length("previous") = 32),
            "at" INTEGER NOT NULL,
            "kind" TEXT NOT NULL,
            "key" BLOB NOT NULL,
            "digest" BLOB NOT NULL CHECK (length("digest") = 32),
            PRIMARY KEY ("sequence", "hash")
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX "audit_key" ON "audit" ("kind", "key");
        CREATE TRIGGER "audit_stays" BEFORE UPDATE ON "audit"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "audit_remains" BEFORE DELETE ON "audit"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "store" (
            "one" INTEGER PRIMARY KEY CHECK ("one" = 1),
            "identity" BLOB NOT NULL CHECK (length("identity") = 16),
            "sequence" INTEGER NOT NULL,
            "head" BLOB NOT NULL CHECK (length("head") = 32)
        ) STRICT;
        CREATE TRIGGER "store_stays" BEFORE UPDATE ON "store"
        WHEN NEW."identity" IS NOT OLD."identity" OR NEW."sequence" < OLD."sequence"
        BEGIN SELECT RAISE(ABORT, 'a store keeps its identity'); END;
        CREATE TRIGGER "store_remains" BEFORE DELETE ON "store"
        BEGIN SELECT RAISE(ABORT, 'a store keeps its identity'); END;
        INSERT INTO "store" VALUES (1, randomblob(16), 0, zeroblob(32));
        CREATE TABLE "lease" (
            "sitting" BLOB PRIMARY KEY NOT NULL CHECK (length("sitting") = 16),
            "token" BLOB NOT NULL CHECK (length("token") = 16),
            "at" INTEGER NOT NULL,
            "host" TEXT NOT NULL,
            "process" INTEGER NOT NULL,
            "process_start" INTEGER NOT NULL,
            "boot" TEXT NOT NULL,
            "terminal" TEXT
        ) STRICT, WITHOUT ROWID;
        PRAGMA user_version = 1;
        """
}
