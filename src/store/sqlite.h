/*
 * sqlite: a board in an SQLite file: the connection, its statements, and its failures as sentences for the user. For
 * this floor only; the rest of the program includes store.h, whose struct store is defined here.
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

/* "EVST": distinguishes boards from other databases. */
#define BOARD_APPLICATION_ID 0x45565354
#define BOARD_FORMAT 3

/* Statements, prepared when first used and then kept. */
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
	SQL_FIND_ACTION_OF,
	SQL_COUNT_CHANGES,
	SQL_SET_SEQUENCE,
	SQL_SHIFT_COLUMNS,
	SQL_SHIFT_ROWS,
	SQL_PUT,                             /* + enum entity: writes the row of an item */
	SQL_DELETE = SQL_PUT + ENTITY_COUNT, /* + enum entity: removes it */
	SQL_STATEMENT_COUNT = SQL_DELETE + ENTITY_COUNT
};

/* The identity and the state of a file. */
struct sqlite_file {
	dev_t device;
	ino_t inode;
	off_t size;
	struct timespec changed;
};

/* SAID is a sentence without the name of the file. */
typedef void sqlite_trouble(void *context, const char *said);

struct store {
	store_visit *heard; /* called with the actions of others, or NULL */
	void *heard_context;
	sqlite3 *db;
	char *path;              /* as the user named it, cleaned for display */
	char *file;              /* as it is opened: begins with '/' or '.'; once open, absolute and without
				    symbolic links */
	struct sqlite_file look; /* the state of the file when it was opened */
	struct sqlite_file rest; /* the same for its journal or log, if the file is read still */
	struct seal *seal;       /* of the connection */
	int format;              /* of the file; an older one than BOARD_FORMAT is only read */
	bool read_only;
	bool still;     /* read without locks, and without noticing changes (connection.h) */
	char *aside;    /* the folder of the private copy that is read, or NULL */
	bool inspected; /* opened for verify.c, which checks the schema itself */
	bool in_transaction;
	enum whereabouts_fate fate;  /* the result of the last look at the file */
	bool is_unsure;              /* that look was incomplete, because somebody was writing */
	struct anchor anchor;        /* of the file that was opened */
	struct sqlite_file compared; /* its state when its log was last found to be the one that was read */
	struct mark seen;            /* the last action on the board in memory */
	struct mark committed;       /* `seen` after a rollback of the transaction */
	struct wait wait;            /* for other processes */
	struct seal_mark known;      /* the last commit that was seen */
	struct seal_mark caught;     /* the last commit when the log was read to `seen`, */
	bool is_caught;              /* if known */
	sqlite_trouble *trouble;     /* called with each invalid row, which is then left out; NULL: reading an
					invalid row fails */
	void *trouble_context;
	sqlite3_stmt *statements[SQL_STATEMENT_COUNT];
};

/* Fills ERR with the meaning of SQLite's last failure for the user. Returns ERROR_SYSTEM. */
int sqlite_failed(const struct store *sqlite, struct error *err);

/* Fills ERR: the file is damaged, and how. Returns ERROR_SYSTEM. */
int sqlite_damaged(const struct store *sqlite, struct error *err, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* After sqlite_damaged() about a row: calls SQLITE->trouble, so that the row can be left out; false if that is NULL. */
bool sqlite_leaves_out(const struct store *sqlite, const struct error *err);

/* Statement WHICH, reset and without bindings; NULL on failure. */
sqlite3_stmt *sqlite_statement(struct store *sqlite, enum sqlite_statement which, struct error *err);

/* Prepares SQL; the caller finalises it. */
int sqlite_prepare(const struct store *sqlite, const char *sql, sqlite3_stmt **statement, struct error *err);

/* Runs a statement that gives no rows, and resets it. */
int sqlite_run(const struct store *sqlite, sqlite3_stmt *statement, struct error *err);

/* Runs SQL that needs no arguments. */
int sqlite_exec(const struct store *sqlite, const char *sql, struct error *err);

/* Begin and end reading the file as it is at one moment. Within a transaction they do nothing. */
int sqlite_hold(struct store *sqlite, struct error *err);
void sqlite_let_go(struct store *sqlite);

/* Sets *NUMBER to the number in the first row of a statement, 0 without a row; resets the statement. */
int sqlite_number(const struct store *sqlite, sqlite3_stmt *statement, int64_t *number, struct error *err);

/* Binds TEXT, which may be NULL and must stay valid until the statement is reset. */
void sqlite_bind_text(sqlite3_stmt *statement, int at, const char *text);

/* A store for the file PATH in MODE, not connected yet. */
struct store *sqlite_new(const char *path, enum store_mode mode);
void sqlite_free(struct store *sqlite);

/* Ends the connection and finalises its statements. */
void sqlite_disconnect(struct store *sqlite);

#endif
