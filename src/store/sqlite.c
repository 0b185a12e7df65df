#include "store/sqlite.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "store/aside.h"
#include "store/rowsql.h"
#include "text/clean.h"

static const char *const sqlite_texts[SQL_PUT] = {
	[SQL_BEGIN] = "BEGIN IMMEDIATE",
	[SQL_COMMIT] = "COMMIT",
	[SQL_ROLLBACK] = "ROLLBACK",
	[SQL_LAST_ACTION] = "SELECT max(id) FROM action",
	[SQL_LAST_CHANGE] = "SELECT max(id) FROM change",
	[SQL_FIND_MARK] = "SELECT a.id, a.time, a.person, "
			  "c.item, c.entity, c.field, c.before, c.after "
			  "FROM action a LEFT JOIN change c "
			  "ON c.id = (SELECT max(id) FROM change WHERE action = a.id) WHERE a.id = ?1",
	[SQL_FIND_TIME] = "SELECT id FROM action WHERE time = ?1",
	[SQL_ADD_ACTION] = "INSERT INTO action (id, time, person, step, kind, target, stands) "
			   "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[SQL_ADD_CHANGE] = "INSERT INTO change (action, entity, item, field, before, after) "
			   "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[SQL_FORGET_REDO] = "UPDATE action SET undone = NULL WHERE person = ?1 AND undone IS NOT NULL",
	[SQL_NOTE_UNDONE] = "UPDATE action SET stands = NULL, undone = ?2 WHERE id = ?1",
	[SQL_NOTE_REDONE] = "UPDATE action SET stands = ?2, undone = NULL WHERE id = ?1",
	[SQL_FIND_UNDO] = "SELECT id, stands FROM action WHERE person = ?1 AND stands < ?2 "
			  "ORDER BY stands DESC LIMIT 1",
	[SQL_FIND_REDO] = "SELECT id, undone FROM action WHERE person = ?1 AND undone < ?2 "
			  "ORDER BY undone DESC LIMIT 1",
	[SQL_FIND_CHOSEN] = "SELECT id, stands FROM action WHERE person = ?1 AND stands IS NOT NULL "
			    "AND id = (SELECT action FROM change WHERE id = ?2)",
	[SQL_FIND_SHIFTS] = "SELECT field, after FROM change "
			    "WHERE field IN ('columns', 'rows') AND action > ?1 ORDER BY id",
	[SQL_FIND_ACTION_OF] = "SELECT action FROM change WHERE id <= ?1 ORDER BY id DESC LIMIT 1",
	[SQL_COUNT_CHANGES] = "SELECT count(*) FROM change",
	[SQL_SET_SEQUENCE] = "INSERT OR REPLACE INTO sequence (entity, next) VALUES (?1, ?2)",
	[SQL_SHIFT_COLUMNS] = "UPDATE sticky SET \"column\" = \"column\" + ?2 WHERE \"column\" >= ?1",
	[SQL_SHIFT_ROWS] = "UPDATE sticky SET \"row\" = \"row\" + ?2 WHERE \"row\" >= ?1",
};

/* The meaning of SQLite's failures for the user; the last row is for all others. */
static const struct {
	int code;
	const char *meaning;
} sqlite_meanings[] = {
	{SQLITE_BUSY, N_("another program keeps it locked; try again when that is done")},
	{SQLITE_LOCKED, N_("another program keeps it locked; try again when that is done")},
	{SQLITE_FULL, N_("the disk is full; nothing was changed, free some space and try again")},
	{SQLITE_READONLY, N_("not writable; open it with -r, or change its permissions")},
	{SQLITE_PERM, N_("not writable; open it with -r, or change its permissions")},
	{SQLITE_NOTADB, N_("not an evstorm board; if it was one, see “evstorm recover”")},
	{SQLITE_CORRUPT, N_("the file is damaged; “evstorm recover” saves what can be read of it")},
	{SQLITE_IOERR, N_("the disk reports an error; nothing was changed")},
	{SQLITE_CANTOPEN, N_("cannot be opened; check the permissions of the file and its folder")},
	{SQLITE_TOOBIG, N_("it holds a text that is too long")},
};

/* The code of the last failure. To the user, a quota or a limit on file sizes is a full disk. At a commit, SQLite does
 * not keep the error of the system, so it is taken from errno. */
static int sqlite_code(sqlite3 *db)
{
	int number = errno, code = sqlite3_errcode(db) & 0xff;

	if (code == SQLITE_IOERR && (number == ENOSPC || number == EDQUOT || number == EFBIG))
		return SQLITE_FULL;
	return code;
}

/* The meaning of each seal fault. */
static const char *const sqlite_faults[] = {
	[SEAL_STRANGE_JOURNAL] = N_("the “-journal” next to it belongs to another file of that name, or to this one at "
				    "another time; move it away, then open the board again"),
	[SEAL_NO_JOURNAL] = N_("the “-journal” next to it is not a board's; move it away, then open the board again"),
	[SEAL_CUT_OFF] = N_("it was interrupted in the middle of an action and then moved away from its “-journal”; "
			    "put that next to it, under its name"),
	[SEAL_TORN] = N_("this copy was made in the middle of an action; make another with “evstorm backup”, or "
			 "save what can be read of it with “evstorm recover”"),
	[SEAL_REPLACED] = N_("another file was copied over it while it was open; nothing was written to that"),
};

/* If a seal made the call fail, fills ERR and returns true. */
static bool sqlite_faulted(const struct store *sqlite, struct error *err)
{
	enum seal_fault fault = sqlite->seal ? seal_take_fault(sqlite->seal) : SEAL_NO_FAULT;

	if (fault)
		error_set(err, ERROR_SYSTEM, "%s: %s", sqlite->path, _(sqlite_faults[fault]));
	return fault;
}

int sqlite_failed(const struct store *sqlite, struct error *err)
{
	int code = sqlite_code(sqlite->db);
	struct strbuf text = STRBUF_INIT;

	if (anchor_check(&sqlite->anchor, sqlite->path, err)) /* a better reason than SQLite's */
		return ERROR_SYSTEM;
	if ((code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && sqlite_faulted(sqlite, err))
		return ERROR_SYSTEM;
	if (code == SQLITE_BUSY && *sqlite->wait.program)
		return error_set(err, ERROR_SYSTEM,
			_("%s: %s (process %ld) keeps it locked; try again when that is done"), sqlite->path,
			sqlite->wait.program, sqlite->wait.holder);
	for (size_t i = 0; i < ARRAY_SIZE(sqlite_meanings); i++)
		if (sqlite_meanings[i].code == code)
			return error_set(err, ERROR_SYSTEM, "%s: %s", sqlite->path, _(sqlite_meanings[i].meaning));
	clean_for_display(&text, sqlite3_errmsg(sqlite->db), strlen(sqlite3_errmsg(sqlite->db)));
	error_set(err, ERROR_SYSTEM, "%s: %s", sqlite->path, text.text);
	strbuf_release(&text);
	return ERROR_SYSTEM;
}

int sqlite_damaged(const struct store *sqlite, struct error *err, const char *format, ...)
{
	struct strbuf clean = STRBUF_INIT;
	va_list arguments;
	char *line;
	int len;

	va_start(arguments, format);
	len = vasprintf(&line, format, arguments);
	va_end(arguments);
	if (len >= 0) {
		clean_for_display(&clean, line, (size_t)len);
		free(line);
	}
	if (sqlite->trouble)
		error_set(err, ERROR_SYSTEM, "%s", clean.text);
	else
		error_set(err, ERROR_SYSTEM, _("%s: not an evstorm board, or a damaged one: %s"), sqlite->path,
			clean.text);
	strbuf_release(&clean);
	return ERROR_SYSTEM;
}

bool sqlite_leaves_out(const struct store *sqlite, const struct error *err)
{
	if (!sqlite->trouble)
		return false;
	sqlite->trouble(sqlite->trouble_context, err->text);
	return true;
}

int sqlite_prepare(const struct store *sqlite, const char *sql, sqlite3_stmt **statement, struct error *err)
{
	if (sqlite3_prepare_v2(sqlite->db, sql, -1, statement, NULL) != SQLITE_OK)
		return sqlite_failed(sqlite, err);
	return 0;
}

sqlite3_stmt *sqlite_statement(struct store *sqlite, enum sqlite_statement which, struct error *err)
{
	sqlite3_stmt **slot = &sqlite->statements[which];
	struct strbuf sql = STRBUF_INIT;

	if (!*slot) {
		if (which >= SQL_DELETE)
			rowsql_delete((enum entity)(which - SQL_DELETE), &sql);
		else if (which >= SQL_PUT)
			rowsql_put((enum entity)(which - SQL_PUT), &sql);
		else
			strbuf_addstr(&sql, sqlite_texts[which]);
		if (sqlite3_prepare_v3(sqlite->db, sql.text, -1, SQLITE_PREPARE_PERSISTENT, slot, NULL) != SQLITE_OK)
			sqlite_failed(sqlite, err);
		strbuf_release(&sql);
	}
	if (*slot)
		sqlite3_clear_bindings(*slot);
	return *slot;
}

int sqlite_run(const struct store *sqlite, sqlite3_stmt *statement, struct error *err)
{
	int status = sqlite3_step(statement);
	int failed = status == SQLITE_DONE || status == SQLITE_ROW ? 0 : sqlite_failed(sqlite, err);

	sqlite3_reset(statement);
	return failed;
}

int sqlite_exec(const struct store *sqlite, const char *sql, struct error *err)
{
	return sqlite3_exec(sqlite->db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : sqlite_failed(sqlite, err);
}

int sqlite_number(const struct store *sqlite, sqlite3_stmt *statement, int64_t *number, struct error *err)
{
	int status = sqlite3_step(statement);
	int failed = status == SQLITE_ROW || status == SQLITE_DONE ? 0 : sqlite_failed(sqlite, err);

	if (!failed)
		*number = status == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
	sqlite3_reset(statement);
	return failed;
}

void sqlite_bind_text(sqlite3_stmt *statement, int at, const char *text)
{
	if (text)
		sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
}

void sqlite_disconnect(struct store *sqlite)
{
	for (size_t i = 0; i < ARRAY_SIZE(sqlite->statements); i++) {
		sqlite3_finalize(sqlite->statements[i]);
		sqlite->statements[i] = NULL;
	}
	if (sqlite3_close(sqlite->db))
		BUG("a statement was left open");
	sqlite->db = NULL;
	seal_free(sqlite->seal);
	sqlite->seal = NULL;
	aside_remove(sqlite->aside);
	sqlite->aside = NULL;
}

struct store *sqlite_new(const char *path, enum store_mode mode)
{
	struct store *sqlite = mem_zalloc(sizeof(*sqlite));
	struct strbuf clean = STRBUF_INIT, file = STRBUF_INIT;

	sqlite->read_only = mode == STORE_READ;
	sqlite->format = BOARD_FORMAT;
	if (*path != '/')
		strbuf_addstr(&file, "./"); /* "file:x" and ":memory:" have a meaning to SQLite */
	strbuf_addstr(&file, path);
	sqlite->file = strbuf_detach(&file);
	clean_for_display(&clean, path, strlen(path));
	sqlite->path = strbuf_detach(&clean);
	return sqlite;
}

void sqlite_free(struct store *sqlite)
{
	sqlite_disconnect(sqlite);
	anchor_release(&sqlite->anchor); /* last: see anchor.h */
	free(sqlite->path);
	free(sqlite->file);
	free(sqlite);
}

int sqlite_hold(struct store *sqlite, struct error *err)
{
	return sqlite->in_transaction ? 0 : sqlite_exec(sqlite, "BEGIN", err);
}

void sqlite_let_go(struct store *sqlite)
{
	if (!sqlite->in_transaction)
		sqlite3_exec(sqlite->db, "COMMIT", NULL, NULL, NULL);
}
