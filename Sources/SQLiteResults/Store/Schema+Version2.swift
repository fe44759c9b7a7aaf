extension Schema {
    /// Codes that open a quiz, and results that may be shown.
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
        PRAGMA user_version = 2;
        """
}
