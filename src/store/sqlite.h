/*
 * sqlite: a board in one SQLite file: the connection, its statements, and what its failures mean to the user. For the
 * files of this floor only; the rest of the program sees store.h, whose struct store this is.
 */
#ifndef STORE_SQLITE_H
#define STORE_SQLITE_H

#include <sqlite3.h>
#include <sys/types.h>
#include <time.h>

#include "store/anchor.h"
#include "store/mark.h"
#include "store/seal.h"
#include "store/store_types.h"
#include "store/wait.h"

/* "EVST": tells our files from other databases. */
#define BOARD_APPLICATION_ID 0x45565354
#define BOARD_FORMAT 2

/* Statements that are prepared at their first use and kept. */
enum sqlite_statement {
	SQL_BEGIN,
	SQL_COMMIT,
	SQL_ROLLBACK,
	SQL_LAST_ACTION,
	SQL_LAST_CHANGE,
	SQL_FIND_MARK,
	SQL_FIND_TIME,
	SQL_ADD_ACTION,
	SQL_ADD_CHANGE,
	SQL_FORGET_REDO,
	SQL_NOTE_UNDONE,
	SQL_NOTE_REDONE,
	SQL_FIND_UNDO,
	SQL_FIND_REDO,
	SQL_FIND_CHOSEN,
	SQL_FIND_SHIFTS,
	SQL_COUNT_CHANGES,
	SQL_SET_SEQUENCE,
	SQL_SHIFT_COLUMNS,
	SQL_SHIFT_ROWS,
	SQL_PUT,                             /* + enum entity: writes an item's row */
	SQL_DELETE = SQL_PUT + ENTITY_COUNT, /* + enum entity: removes it */
	SQL_STATEMENT_COUNT = SQL_DELETE + ENTITY_COUNT
};

/* Which file it is, and how it looked. */
struct sqlite_file {
	dev_t device;
	ino_t inode;
	off_t size;
	struct timespec changed;
};

/* SAID is a sentence without the name of the file. */
typedef void sqlite_trouble(void *context, const char *said);

struct store {
	store_visit *heard; /* told of what others did, or NULL */
	void *heard_context;
	sqlite3 *db;
	char *path;              /* as the user named it, cleaned for display */
	char *file;              /* as it was opened: absolute and without symbolic links, once it is;
				    never begins with anything but '/' or '.' */
	struct sqlite_file look; /* of the file that was opened, when it was */
	struct sqlite_file rest; /* the same of its journal or log, when it is read as it lies */
	struct seal *seal;       /* of the connection */
	bool read_only;
	bool still;     /* read as it lies, without locks, and without seeing news */
	char *aside;    /* the folder of the private copy that is read, or NULL */
	bool inspected; /* whose tables it holds is for verify.c to say */
	bool in_transaction;
	enum whereabouts_fate fate;  /* what the last look at the file has found */
	bool is_unsure;              /* it could not tell all, as somebody was writing */
	struct anchor anchor;        /* of the file that was opened */
	struct sqlite_file compared; /* how it looked when its log was found to be the one read */
	struct mark seen;            /* the last action that the board in memory holds */
	struct mark committed;       /* the same, when the transaction is taken back */
	struct wait wait;            /* for others */
	struct seal_mark known;      /* the last commit that was seen */
	struct seal_mark caught;     /* the commit with which the log ended when it was read to `seen`, */
	bool is_caught;              /* if that is known */
	sqlite_trouble *trouble;     /* told of rows that no board holds, which are then left out; NULL:
					such a row fails whatever reads it */
	void *trouble_context;
	sqlite3_stmt *statements[SQL_STATEMENT_COUNT];
};

/* Says what SQLite's last failure means to the user. Returns ERROR_SYSTEM. */
int sqlite_failed(const struct store *sqlite, struct error *err);

/* Says that the file holds what no board of ours holds. Returns ERROR_SYSTEM. */
int sqlite_damaged(const struct store *sqlite, struct error *err, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* After sqlite_damaged(): tells whoever wants to hear of it; false when nobody does. */
bool sqlite_leaves_out(const struct store *sqlite, const struct error *err);

/* The statement WHICH, reset and without bindings; NULL on failure. */
sqlite3_stmt *sqlite_statement(struct store *sqlite, enum sqlite_statement which, struct error *err);

/* Prepares SQL; the caller finalises it. */
int sqlite_prepare(const struct store *sqlite, const char *sql, sqlite3_stmt **statement, struct error *err);

/* Runs a statement that gives no rows, and resets it. */
int sqlite_run(const struct store *sqlite, sqlite3_stmt *statement, struct error *err);

/* Runs SQL that needs no arguments. */
int sqlite_exec(const struct store *sqlite, const char *sql, struct error *err);

/* Begins and ends a look at the file as it is at one moment; within a transaction that is so
 * anyway. */
int sqlite_hold(struct store *sqlite, struct error *err);
void sqlite_let_go(struct store *sqlite);

/* The number that a statement gives in its first row, 0 without one; resets it. */
int sqlite_number(const struct store *sqlite, sqlite3_stmt *statement, int64_t *number, struct error *err);

/* Binds TEXT, or NULL. It must stay until the statement is reset. */
void sqlite_bind_text(sqlite3_stmt *statement, int at, const char *text);

/* A connection to be for the file PATH, in MODE; sqlite_free() ends it. */
struct store *sqlite_new(const char *path, enum store_mode mode);
void sqlite_free(struct store *sqlite);

/* Ends the connection and forgets its statements. */
void sqlite_disconnect(struct store *sqlite);

#endif
