#include "reference.h"

#include <sqlite3.h>
#include <string.h>

enum { id_size = 16, digest_size = 32 };

/* The rows' statements, prepared once. */
struct writer {
    sqlite3 *store;
    sqlite3_stmt *sitting, *step, *entry, *head;
    sqlite3_int64 sequence;
};

static int run(sqlite3_stmt *statement) {
    int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static void bind_id(sqlite3_stmt *statement, int column, sqlite3_int64 kind, sqlite3_int64 number) {
    unsigned char id[id_size];
    /* The most significant byte first, so that ids rise as those of a clock do. */
    for (int i = 0; i < 8; i++) {
        id[i] = (unsigned char)(number >> 8 * (7 - i));
        id[8 + i] = (unsigned char)(kind >> 8 * (7 - i));
    }
    sqlite3_bind_blob(statement, column, id, id_size, SQLITE_TRANSIENT);
}

static int add_entry(struct writer *writer, const char *kind, int key_size) {
    unsigned char bytes[digest_size * 3] = {0};
    sqlite3_int64 sequence = ++writer->sequence;
    memcpy(bytes, &sequence, sizeof sequence);
    sqlite3_stmt *entry = writer->entry;
    sqlite3_bind_int64(entry, 1, sequence);
    sqlite3_bind_blob(entry, 2, bytes, digest_size, SQLITE_TRANSIENT);
    sqlite3_bind_blob(entry, 3, bytes, digest_size, SQLITE_TRANSIENT);
    sqlite3_bind_int64(entry, 4, 1700000000000000 + sequence);
    sqlite3_bind_text(entry, 5, kind, -1, SQLITE_STATIC);
    sqlite3_bind_blob(entry, 6, bytes, key_size, SQLITE_TRANSIENT);
    sqlite3_bind_blob(entry, 7, bytes, digest_size, SQLITE_TRANSIENT);
    int code = run(entry);
    if (code != SQLITE_OK) return code;
    sqlite3_bind_int64(writer->head, 1, sequence);
    sqlite3_bind_blob(writer->head, 2, bytes, digest_size, SQLITE_TRANSIENT);
    return run(writer->head);
}

static int add_step(struct writer *writer, int sitting, int number) {
    sqlite3_stmt *step = writer->step;
    bind_id(step, 1, 1, sitting);
    bind_id(step, 2, 2, sitting);
    sqlite3_bind_int64(step, 3, number);
    bind_id(step, 4, 3, (sqlite3_int64)sitting << 16 | number);
    sqlite3_bind_int64(step, 5, 1700000000000000 + number);
    sqlite3_bind_int64(step, 6, 1000000 * number);
    int code = run(step);
    return code == SQLITE_OK ? add_entry(writer, "step", 84) : code;
}

static int add_sitting(struct writer *writer, int sitting, int steps) {
    bind_id(writer->sitting, 1, 1, sitting);
    bind_id(writer->sitting, 2, 2, sitting);
    int code = run(writer->sitting);
    if (code == SQLITE_OK) code = add_entry(writer, "sitting", 50);
    for (int number = 1; code == SQLITE_OK && number <= steps; number++)
        code = add_step(writer, sitting, number);
    return code;
}

static int prepare(struct writer *writer, const unsigned char *content) {
    const struct { sqlite3_stmt **statement; const char *sql; } all[] = {
        {&writer->sitting,
         "INSERT INTO sitting VALUES (?1, ?2, 1700000000000000, 'bank/quiz', ?3, 1, 1, NULL,"
         " 'item-1 item-2 item-3 item-4 item-5 item-6 item-7 item-8 item-9 item-10 item-11'"
         " || ' item-12 item-13 item-14 item-15 item-16 item-17 item-18 item-19 item-20')"},
        {&writer->step,
         "INSERT INTO step VALUES (?1, ?2, ?3, ?4, ?5, ?6, '032df161-1413-4094-ab34-8c827ae2c1a9',"
         " 'answered', 'item-1', 'chosen a', NULL, NULL, randomblob(16), randomblob(32))"},
        {&writer->entry, "INSERT INTO audit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"},
        {&writer->head, "UPDATE store SET sequence = ?1, head = ?2"},
    };
    for (unsigned i = 0; i < sizeof all / sizeof *all; i++) {
        int code = sqlite3_prepare_v2(writer->store, all[i].sql, -1, all[i].statement, NULL);
        if (code != SQLITE_OK) return code;
    }
    return sqlite3_bind_blob(writer->sitting, 3, content, digest_size, SQLITE_STATIC);
}

int assay_reference_add(const char *path, const unsigned char *content, int sittings, int steps,
                        int batch) {
    /* The records that are there have taken the first places in the chain. */
    struct writer writer = {.sequence = 1 << 20};
    int code = sqlite3_open(path, &writer.store);
    const char *settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                           "PRAGMA foreign_keys = ON;";
    if (code == SQLITE_OK) code = sqlite3_exec(writer.store, settings, NULL, NULL, NULL);
    if (code == SQLITE_OK) code = prepare(&writer, content);
    for (int sitting = 0; code == SQLITE_OK && sitting < sittings; sitting++) {
        if (sitting % batch == 0) code = sqlite3_exec(writer.store, "BEGIN", NULL, NULL, NULL);
        if (code == SQLITE_OK) code = add_sitting(&writer, sitting, steps);
        if (code == SQLITE_OK && (sitting + 1 == sittings || (sitting + 1) % batch == 0))
            code = sqlite3_exec(writer.store, "COMMIT", NULL, NULL, NULL);
    }
    sqlite3_finalize(writer.sitting);
    sqlite3_finalize(writer.step);
    sqlite3_finalize(writer.entry);
    sqlite3_finalize(writer.head);
    sqlite3_close(writer.store);
    return code;
}
