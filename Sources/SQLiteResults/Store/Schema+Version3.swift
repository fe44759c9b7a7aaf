extension Schema {
    /// What sittings were graded by anew.
    static let version3: StaticString = """
        CREATE TABLE "regrade" (
            "learner" BLOB NOT NULL CHECK (length("learner") = 16),
            "sitting" BLOB NOT NULL CHECK (length("sitting") = 16),
            "id" BLOB NOT NULL CHECK (length("id") = 16),
            "content" BLOB NOT NULL CHECK (length("content") = 32),
            "given" TEXT NOT NULL,
            PRIMARY KEY ("learner", "sitting", "id"),
            FOREIGN KEY (learner, sitting, id) REFERENCES grade (learner, sitting, id),
            FOREIGN KEY (content) REFERENCES content (hash)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER "regrade_stays" BEFORE UPDATE ON "regrade"
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER "regrade_remains" BEFORE DELETE ON "regrade"
        BEGIN SELECT RAISE(ABORT, 'records are never removed'); END;
        PRAGMA user_version = 3;
        """
}
