extension Schema {
    /// Codes that open a quiz, results that may be shown, and the work of reviewers.
    static let version2: StaticString = """
        CREATE TABLE "proctor_code" (
            "quiz" TEXT NOT NULL,
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "hash" TEXT,
            PRIMARY KEY ("quiz", "id")
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "proctor_code_stays" BEFORE UPDATE ON "proctor_code"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "proctor_code_remains" BEFORE DELETE ON "proctor_code"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "release" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "sitting" BLOB NOT NULL CHECK (length("sitting") = 16),
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            PRIMARY KEY ("learner", "sitting", "id"),
            FOREIGN KEY (learner, sitting) REFERENCES sitting (learner, sitting)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "release_stays" BEFORE UPDATE ON "release"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "release_remains" BEFORE DELETE ON "release"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "submission" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "submission" TEXT NOT NULL,
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "rubric" BLOB NOT NULL CHECK (length("rubric") = 32),
            "component" TEXT,
            "subjects" TEXT NOT NULL,
            "exhibits" TEXT,
            "salt" BLOB CHECK (length("salt") = 16),
            "seal" BLOB NOT NULL CHECK (length("seal") = 32),
            PRIMARY KEY ("learner", "submission", "id"),
            FOREIGN KEY (rubric) REFERENCES content (hash)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "submission_stays" BEFORE UPDATE ON "submission"
        WHEN NOT (
                NEW."exhibits" IS NULL AND NEW."salt" IS NULL AND NEW."learner" IS
                OLD."learner" AND NEW."submission" IS OLD."submission" AND NEW."id"
                IS OLD."id" AND NEW."at" IS OLD."at" AND NEW."by" IS OLD."by" AND
                NEW."rubric" IS OLD."rubric" AND NEW."component" IS OLD."component"
                AND NEW."subjects" IS OLD."subjects" AND NEW."seal" IS OLD."seal"
                AND EXISTS (SELECT 1 FROM "erasure" WHERE "learner" = OLD."learner"))
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "submission_remains" BEFORE DELETE ON "submission"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "assignment" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "submission" TEXT NOT NULL,
            "reviewer" BLOB NOT NULL CHECK (length("reviewer") = 16),
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "role" TEXT,
            "seated" INTEGER NOT NULL,
            "conflict" TEXT,
            "salt" BLOB CHECK (length("salt") = 16),
            "seal" BLOB NOT NULL CHECK (length("seal") = 32),
            PRIMARY KEY ("learner", "submission", "reviewer", "id")
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "assignment_stays" BEFORE UPDATE ON "assignment"
        WHEN NOT (
                NEW."conflict" IS NULL AND NEW."salt" IS NULL AND NEW."learner" IS
                OLD."learner" AND NEW."submission" IS OLD."submission" AND
                NEW."reviewer" IS OLD."reviewer" AND NEW."id" IS OLD."id" AND
                NEW."at" IS OLD."at" AND NEW."by" IS OLD."by" AND NEW."role" IS
                OLD."role" AND NEW."seated" IS OLD."seated" AND NEW."seal" IS
                OLD."seal"
                AND EXISTS (SELECT 1 FROM "erasure" WHERE "learner" = OLD."learner"))
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "assignment_remains" BEFORE DELETE ON "assignment"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "review_step" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "submission" TEXT NOT NULL,
            "sheet" TEXT NOT NULL,
            "number" INTEGER NOT NULL,
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "reviewer" BLOB NOT NULL CHECK (length("reviewer") = 16),
            "kind" TEXT NOT NULL,
            "criterion" TEXT,
            "subject" TEXT,
            "mark" TEXT,
            "words" TEXT,
            "salt" BLOB CHECK (length("salt") = 16),
            "seal" BLOB NOT NULL CHECK (length("seal") = 32),
            PRIMARY KEY ("learner", "submission", "sheet", "number", "id")
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "review_step_stays" BEFORE UPDATE ON "review_step"
        WHEN NOT (
                NEW."words" IS NULL AND NEW."salt" IS NULL AND NEW."learner" IS
                OLD."learner" AND NEW."submission" IS OLD."submission" AND
                NEW."sheet" IS OLD."sheet" AND NEW."number" IS OLD."number" AND
                NEW."id" IS OLD."id" AND NEW."at" IS OLD."at" AND NEW."reviewer" IS
                OLD."reviewer" AND NEW."kind" IS OLD."kind" AND NEW."criterion" IS
                OLD."criterion" AND NEW."subject" IS OLD."subject" AND NEW."mark" IS
                OLD."mark" AND NEW."seal" IS OLD."seal"
                AND EXISTS (SELECT 1 FROM "erasure" WHERE "learner" = OLD."learner"))
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "review_step_remains" BEFORE DELETE ON "review_step"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        CREATE TABLE "verdict_release" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "submission" TEXT NOT NULL,
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "at" INTEGER NOT NULL,
            "by" TEXT NOT NULL,
            "evaluation" BLOB NOT NULL CHECK (length("evaluation") = 16),
            PRIMARY KEY ("learner", "submission", "id")
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "verdict_release_stays" BEFORE UPDATE ON "verdict_release"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "verdict_release_remains" BEFORE DELETE ON "verdict_release"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        PRAGMA user_version = 2;
        """
}
