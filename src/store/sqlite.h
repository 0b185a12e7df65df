/*
 * sqlite: the engine that keeps a board in one SQLite file. For the files of this floor only; the
 * rest of the program sees store.h.
 *
 * Parts: opening.c makes and opens files; sqlite.c keeps the statements, begins and commits;
 * wait.c waits for others; schema.c knows the tables; migrate.c brings old files up to date; row.c
 * moves items between tables and memory; log.c writes and reads the log; verify.c looks a whole
 * file over; backup.c copies one; recovery.c makes the best of a damaged one; place.c sees what
 * becomes of the file while it is open, and remains.c reads one that has lost its name. seal.c
 * tells what belongs together; wal.c opens boards of format 1, and aside.c copies what cannot be
 * read where it is.
 */
#ifndef STORE_SQLITE_H
#define STORE_SQLITE_H

#include <sqlite3.h>
#include <sys/types.h>
#include <time.h>

#include "store/anchor.h"
#include "store/engine.h"
#include "store/mark.h"
#include "store/seal.h"
#include "store/wait.h"

/* "EVST": tells our files from other databases. */
#define BOARD_APPLICATION_ID 0x45565354
#define BOARD_FORMAT 2

/* Statements that are prepared at their first use and kept. */
enum sqlite_statement {
	SQL_BEGIN,
	SQL_COMMIT,
	SQL_ROLLBACK,
	SQL_DATA_VERSION,
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

struct sqlite {
	struct store base;
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
	int64_t data_version;        /* SQLite's count of what others committed, at `seen` */
	struct seal_mark known;      /* the last commit that was seen */
	sqlite_trouble *trouble;     /* told of rows that no board holds, which are then left out; NULL:
					such a row fails whatever reads it */
	void *trouble_context;
	sqlite3_stmt *statements[SQL_STATEMENT_COUNT];
};

static inline struct sqlite *sqlite_of(struct store *store)
{
	return (struct sqlite *)store;
}

/* Says what SQLite's last failure means to the user. Returns ERROR_SYSTEM. */
int sqlite_failed(const struct sqlite *sqlite, struct error *err);

/* Says that the file holds what no board of ours holds. Returns ERROR_SYSTEM. */
int sqlite_damaged(const struct sqlite *sqlite, struct error *err, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* After sqlite_damaged(): tells whoever wants to hear of it; false when nobody does. */
bool sqlite_leaves_out(const struct sqlite *sqlite, const struct error *err);

/* The statement WHICH, reset and without bindings; NULL on failure. */
sqlite3_stmt *sqlite_statement(struct sqlite *sqlite, enum sqlite_statement which, struct error *err);

/* Prepares SQL; the caller finalises it. */
int sqlite_prepare(const struct sqlite *sqlite, const char *sql, sqlite3_stmt **statement, struct error *err);

/* Runs a statement that gives no rows, and resets it. */
int sqlite_run(const struct sqlite *sqlite, sqlite3_stmt *statement, struct error *err);

/* Runs SQL that needs no arguments. */
int sqlite_exec(const struct sqlite *sqlite, const char *sql, struct error *err);

/* Begins and ends a look at the file as it is at one moment; within a transaction that is so
 * anyway. */
int sqlite_hold(struct sqlite *sqlite, struct error *err);
void sqlite_let_go(struct sqlite *sqlite);

/* The number that a statement gives in its first row, 0 without one; resets it. */
int sqlite_number(const struct sqlite *sqlite, sqlite3_stmt *statement, int64_t *number, struct error *err);

/* Binds TEXT, or NULL. It must stay until the statement is reset. */
void sqlite_bind_text(sqlite3_stmt *statement, int at, const char *text);

/* A connection to be for the file PATH, in MODE; sqlite_free() ends it. */
struct sqlite *sqlite_new(const char *path, enum store_mode mode);
void sqlite_free(struct sqlite *sqlite);

/* Ends the connection and forgets its statements. */
void sqlite_disconnect(struct sqlite *sqlite);

/* opening.c: sees to it that nothing in a file from a stranger runs. */
void opening_harden(sqlite3 *db);

/* Opens the file of SQLITE, whose names are set. */
int opening_file(struct sqlite *sqlite, enum store_mode mode, struct error *err);

/* Connects to FILE, which is sqlite->file or a private copy of it. FLAGS are those of SQLite. */
int opening_connect(struct sqlite *sqlite, const char *file, int flags, struct error *err);

/* The same for reading FILE as it lies, without looking at locks, journals or changes. */
int opening_connect_still(struct sqlite *sqlite, const char *file, struct error *err);

/* When the file is read as it lies: has nobody changed it meanwhile? */
int opening_check_still(const struct sqlite *sqlite, struct error *err);

/* When the file is read as it lies and somebody has begun to work on it: connects ANEW. */
int opening_follow(struct sqlite *sqlite, bool *anew, struct error *err);

/* log.c */
int log_append(struct store *store, struct action *action, const struct board *board, struct error *err);
int log_catch_up(struct store *store, struct board *board, bool *news, struct error *err);
int log_undo_target(struct store *store, int64_t person, enum action_kind kind, struct action *action, int64_t *target,
	struct error *err);
int log_undo_chosen(
	struct store *store, int64_t person, int64_t change, struct action *action, int64_t *target, struct error *err);
int log_shifts_since(struct store *store, int64_t id, struct vec *shifts, struct error *err);
int log_walk(struct store *store, int64_t first, store_visit *visit, void *context, struct error *err);
int log_last(struct store *store, int most, store_visit *visit, void *context, struct error *err);
int log_length(struct store *store, int64_t *changes, struct error *err);

/* Is what CHANGE says was there before it what BOARD has, if it has the item? Going back depends on it. */
bool log_was_before(const struct board *board, const struct change *change);

/* Notes in SQLITE how far the log goes and what SQLite's count is. Refused: numbers out of
 * range. */
int log_note_end(struct sqlite *sqlite, struct error *err);

/* The mark of action ID of the log, or {0} when it holds none. */
int log_mark(struct sqlite *sqlite, int64_t id, struct mark *mark, struct error *err);

/* place.c */
void place_look(struct store *store, struct whereabouts *now);
int place_watch(struct store *store, int *pause_ms);

/* Does the name still lead to the file? What is written to one that has lost it would be lost too. */
int place_check(const struct sqlite *sqlite, struct error *err);

/* Is the log the one that was read? So that nobody writes meanwhile: in a transaction only. */
int place_check_log(struct sqlite *sqlite, struct error *err);

/* Are the pages that SQLite keeps those of the file? In a transaction only; the commit then fails when that
 * changes. */
int place_check_pages(struct sqlite *sqlite, struct error *err);

/* Notes that SQLite knows the file as it is now. */
void place_note_pages(struct sqlite *sqlite);

/* 1: the log is the one that was read, 0: another, negative: it could not be read. */
int place_compare(struct sqlite *sqlite, struct error *err);

/* Has what SQLite keeps of the file read anew, when somebody else has written the file. SQLite tells by a
 * counter in it whether what it keeps is still good, and a copy may have the same count. */
void place_forget(struct sqlite *sqlite);

/* Notes how the file looks, as its log is known to be the one read. */
void place_note(struct sqlite *sqlite);

/* remains.c */
int remains_store(struct store *store, const char *file, struct error *err);
int remains_remember(struct store *store, struct error *err);
int64_t remains_seen(const struct store *store);
int remains_resume(struct store *store, const struct store *other, struct error *err);

/* row.c: calls VISIT with each row of ENTITY's table, by id. The item's texts are VISIT's to take. */
typedef int row_visit(void *context, enum entity entity, void *item, struct error *err);
int row_walk(struct sqlite *sqlite, enum entity entity, row_visit *visit, void *context, struct error *err);

int row_load(struct sqlite *sqlite, struct board *board, struct error *err);
/* Reads only which ids the next items get. */
int row_load_sequence(struct sqlite *sqlite, struct board *board, struct error *err);
int row_put(struct sqlite *sqlite, const struct board *board, enum entity entity, int64_t id, struct error *err);
int row_note_sequence(struct sqlite *sqlite, const struct board *board, enum entity entity, struct error *err);

/* Appends the SQL of SQL_PUT and SQL_DELETE for ENTITY. */
void row_put_sql(enum entity entity, struct strbuf *sql);
void row_delete_sql(enum entity entity, struct strbuf *sql);

/* schema.c */
int schema_create(struct sqlite *sqlite, struct error *err);

/* Refuses a file that holds other tables, views or triggers than ours. */
int schema_check(struct sqlite *sqlite, struct error *err);

/* Appends the column names of ENTITY's table behind `id`: "kind", "text", … */
void schema_columns(enum entity entity, struct strbuf *out);

/* backup.c */
int backup_store(struct store *store, const char *file, bool replace, struct error *err);
int backup_is_past(struct store *store, const char *file, struct error *err);

/* Is the end of OTHER's log in that of SQLITE? 1: yes, 0: no. */
int backup_compare(struct sqlite *sqlite, struct sqlite *other, struct error *err);

/* wal.c: a file in WAL mode, as format 1 was. Takes its log in and gives it a rollback journal; a log that is
 * not its own is refused. */
int wal_take_in(struct sqlite *sqlite, struct error *err);

/* Connects for reading to a file in WAL mode, and changes nothing. */
int wal_read(struct sqlite *sqlite, struct error *err);

/* verify.c */
int verify_store(struct store *store, struct error *err);
int verify_file(const char *path, store_tell *tell, void *context, struct error *err);

#endif
