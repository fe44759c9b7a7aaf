#ifndef ASSAY_CSQLITE_SHIM_H
#define ASSAY_CSQLITE_SHIM_H

#include <sqlite3.h>

/* Macros made of other macros do not reach Swift. */
static const int assay_ioerr_data = SQLITE_IOERR_DATA;
static const int assay_ioerr_corruptfs = SQLITE_IOERR_CORRUPTFS;
static const int assay_ioerr_short_read = SQLITE_IOERR_SHORT_READ;
static const int assay_ioerr_read = SQLITE_IOERR_READ;
static const int assay_ioerr_write = SQLITE_IOERR_WRITE;
static const int assay_ioerr_vnode = SQLITE_IOERR_VNODE;
static const int assay_cantopen_symlink = SQLITE_CANTOPEN_SYMLINK;
static const int assay_constraint_check = SQLITE_CONSTRAINT_CHECK;
static const int assay_constraint_datatype = SQLITE_CONSTRAINT_DATATYPE;
static const int assay_constraint_foreignkey = SQLITE_CONSTRAINT_FOREIGNKEY;
static const int assay_constraint_notnull = SQLITE_CONSTRAINT_NOTNULL;
static const int assay_constraint_primarykey = SQLITE_CONSTRAINT_PRIMARYKEY;
static const int assay_constraint_rowid = SQLITE_CONSTRAINT_ROWID;
static const int assay_constraint_trigger = SQLITE_CONSTRAINT_TRIGGER;
static const int assay_constraint_unique = SQLITE_CONSTRAINT_UNIQUE;

/* Variadic functions do not reach Swift. The answer is the setting as it then stands, or -1. */
static inline int assay_db_config(sqlite3 *connection, int setting, int value) {
    int now = -1;
    return sqlite3_db_config(connection, setting, value, &now) == SQLITE_OK ? now : -1;
}

#endif
