#include "store/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "store/migrate.h"
#include "text/clean.h"

#define SQL_WAIT_MS 5000
#define SQL_TEXT_BYTES_MOST 10000000

static const char *const sqlite_texts[SQL_PUT] = {
	[SQL_BEGIN] = "BEGIN IMMEDIATE",
	[SQL_COMMIT] = "COMMIT",
	[SQL_ROLLBACK] = "ROLLBACK",
	[SQL_DATA_VERSION] = "PRAGMA data_version",
	[SQL_LAST_ACTION] = "SELECT max(id) FROM action",
	[SQL_ADD_ACTION] = "INSERT INTO action (id, time, person, step, kind, target, stands) "
			      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[SQL_ADD_CHANGE] = "INSERT INTO change (action, entity, item, field, before, after) "
			      "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[SQL_FORGET_REDO] = "UPDATE action SET undone = NULL WHERE person = ?1 AND undone IS NOT NULL",
	[SQL_NOTE_UNDONE] = "UPDATE action SET stands = NULL, undone = ?2 WHERE id = ?1",
	[SQL_NOTE_REDONE] = "UPDATE action SET stands = ?2, undone = NULL WHERE id = ?1",
	[SQL_FIND_UNDO] = "SELECT id, stands FROM action WHERE person = ?1 AND stands IS NOT NULL "
			     "ORDER BY stands DESC LIMIT 1",
	[SQL_FIND_REDO] = "SELECT id, undone FROM action WHERE person = ?1 AND undone IS NOT NULL "
			     "ORDER BY undone DESC LIMIT 1",
	[SQL_FIND_SHIFTS] = "SELECT field, after FROM change "
			       "WHERE field IN ('columns', 'rows') AND action > ?1 ORDER BY id",
	[SQL_COUNT_CHANGES] = "SELECT count(*) FROM change",
	[SQL_SET_SEQUENCE] = "INSERT OR REPLACE INTO sequence (entity, next) VALUES (?1, ?2)",
	[SQL_SHIFT_COLUMNS] = "UPDATE sticky SET \"column\" = \"column\" + ?2 WHERE \"column\" >= ?1",
	[SQL_SHIFT_ROWS] = "UPDATE sticky SET \"row\" = \"row\" + ?2 WHERE \"row\" >= ?1",
};

/* What SQLite's failures mean to the user; the last row is for all others. */
static const struct {
	int code;
	const char *meaning;
} sqlite_meanings[] = {
	{SQLITE_BUSY, N_("another program keeps it locked; try again when that is done")},
	{SQLITE_LOCKED, N_("another program keeps it locked; try again when that is done")},
	{SQLITE_FULL, N_("the disk is full; nothing was changed, make room and try again")},
	{SQLITE_READONLY, N_("it cannot be written; open it with -r, or change its permissions")},
	{SQLITE_PERM, N_("it cannot be written; open it with -r, or change its permissions")},
	{SQLITE_NOTADB, N_("this is no evstorm board")},
	{SQLITE_CORRUPT, N_("the file is damaged; go back to a copy of it")},
	{SQLITE_IOERR, N_("the disk reports an error; nothing was changed")},
	{SQLITE_CANTOPEN, N_("it cannot be opened; look at the permissions of the file and its folder")},
	{SQLITE_TOOBIG, N_("it holds a text that is too long")},
};

int sqlite_failed(const struct sqlite *sqlite, struct error *err)
{
	int code = sqlite3_errcode(sqlite->db) & 0xff;
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(sqlite_meanings); i++)
		if (sqlite_meanings[i].code == code)
			return error_set(err, ERROR_SYSTEM, "%s: %s", sqlite->path,
				_(sqlite_meanings[i].meaning));
	clean_for_display(&text, sqlite3_errmsg(sqlite->db), strlen(sqlite3_errmsg(sqlite->db)));
	error_set(err, ERROR_SYSTEM, "%s: %s", sqlite->path, text.text);
	strbuf_release(&text);
	return ERROR_SYSTEM;
}

int sqlite_damaged(const struct sqlite *sqlite, struct error *err, const char *format, ...)
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
	error_set(err, ERROR_SYSTEM, _("%s: no evstorm board, or a damaged one: %s"), sqlite->path,
		clean.text);
	strbuf_release(&clean);
	return ERROR_SYSTEM;
}

int sqlite_prepare(const struct sqlite *sqlite, const char *sql, sqlite3_stmt **statement,
	struct error *err)
{
	if (sqlite3_prepare_v2(sqlite->db, sql, -1, statement, NULL) != SQLITE_OK)
		return sqlite_failed(sqlite, err);
	return 0;
}

sqlite3_stmt *sqlite_statement(struct sqlite *sqlite, enum sqlite_statement which, struct error *err)
{
	sqlite3_stmt **slot = &sqlite->statements[which];
	struct strbuf sql = STRBUF_INIT;

	if (!*slot) {
		if (which >= SQL_DELETE)
			row_delete_sql((enum entity)(which - SQL_DELETE), &sql);
		else if (which >= SQL_PUT)
			row_put_sql((enum entity)(which - SQL_PUT), &sql);
		else
			strbuf_addstr(&sql, sqlite_texts[which]);
		if (sqlite3_prepare_v3(sqlite->db, sql.text, -1, SQLITE_PREPARE_PERSISTENT, slot, NULL) !=
			SQLITE_OK)
			sqlite_failed(sqlite, err);
		strbuf_release(&sql);
	}
	if (*slot)
		sqlite3_clear_bindings(*slot);
	return *slot;
}

int sqlite_run(const struct sqlite *sqlite, sqlite3_stmt *statement, struct error *err)
{
	int status = sqlite3_step(statement);
	int failed = status == SQLITE_DONE || status == SQLITE_ROW ? 0 : sqlite_failed(sqlite, err);

	sqlite3_reset(statement);
	return failed;
}

int sqlite_exec(const struct sqlite *sqlite, const char *sql, struct error *err)
{
	return sqlite3_exec(sqlite->db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0
									    : sqlite_failed(sqlite, err);
}

int sqlite_number(const struct sqlite *sqlite, sqlite3_stmt *statement, int64_t *number,
	struct error *err)
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

static void sqlite_close(struct store *store)
{
	struct sqlite *sqlite = sqlite_of(store);

	for (size_t i = 0; i < ARRAY_SIZE(sqlite->statements); i++)
		sqlite3_finalize(sqlite->statements[i]);
	sqlite3_close(sqlite->db);
	free(sqlite->path);
	free(sqlite->file);
	free(sqlite);
}

/* A file from a stranger: nothing in it may run. */
static void sqlite_harden(sqlite3 *db)
{
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, SQL_TEXT_BYTES_MOST);
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 1);
	sqlite3_busy_timeout(db, SQL_WAIT_MS);
}

/* "file:" with what means something in it escaped, and the request not to look for changes. */
static void sqlite_immutable_uri(const char *file, struct strbuf *uri)
{
	strbuf_addstr(uri, "file:");
	for (; *file; file++) {
		if (strchr("%?#", *file))
			strbuf_addf(uri, "%%%02X", (unsigned char)*file);
		else
			strbuf_addch(uri, *file);
	}
	strbuf_addstr(uri, "?immutable=1");
}

static int sqlite_connect(struct sqlite *sqlite, const char *file, int flags, struct error *err)
{
	int status = sqlite3_open_v2(file, &sqlite->db, flags | SQLITE_OPEN_NOMUTEX, NULL);

	if (!sqlite->db)
		BUG("no memory for a database");
	sqlite_harden(sqlite->db);
	return status == SQLITE_OK ? 0 : sqlite_failed(sqlite, err);
}

static int sqlite_pragma(struct sqlite *sqlite, const char *sql, int64_t *number, struct error *err)
{
	sqlite3_stmt *statement;
	int failed = sqlite_prepare(sqlite, sql, &statement, err);

	if (!failed)
		failed = sqlite_number(sqlite, statement, number, err);
	sqlite3_finalize(statement);
	return failed;
}

/* Is it ours, and of which format? */
static int sqlite_identify(struct sqlite *sqlite, int64_t *format, struct error *err)
{
	int64_t application = 0;
	int failed = sqlite_pragma(sqlite, "PRAGMA application_id", &application, err);

	if (!failed && application != BOARD_APPLICATION_ID)
		failed = error_set(err, ERROR_SYSTEM, _("%s: this is no evstorm board"), sqlite->path);
	if (!failed)
		failed = sqlite_pragma(sqlite, "PRAGMA user_version", format, err);
	if (!failed && *format > BOARD_FORMAT)
		failed = error_set(err, ERROR_SYSTEM,
			_("%s: made by a newer evstorm (format %" PRId64 "; this one knows %d); update evstorm"),
			sqlite->path, *format, BOARD_FORMAT);
	if (!failed && *format < 1)
		failed = sqlite_damaged(sqlite, err, _("it has no format"));
	return failed;
}

static int sqlite_settle(struct sqlite *sqlite, struct error *err)
{
	int64_t format = 0;
	int failed = sqlite_exec(sqlite, "PRAGMA cache_size = -1024; PRAGMA cell_size_check = 1; "
					 "PRAGMA synchronous = FULL", err);
	const struct migration *migrations;
	size_t count;

	if (!failed)
		failed = sqlite_identify(sqlite, &format, err);
	migrations = migrate_list(&count);
	if (!failed && format < BOARD_FORMAT && !sqlite->read_only)
		failed = migrate_run(sqlite, (int)format, migrations, count, err);
	if (!failed)
		failed = schema_check(sqlite, err);
	if (!failed && !sqlite->read_only)
		failed = sqlite_exec(sqlite, "PRAGMA journal_mode = WAL", err);
	return failed;
}

/* Opens the file for reading; where even that would write beside it, as it lies there. */
static int sqlite_open_to_read(struct sqlite *sqlite, struct error *err)
{
	struct strbuf uri = STRBUF_INIT;
	struct error first = ERROR_INIT;
	int failed = sqlite_connect(sqlite, sqlite->file, SQLITE_OPEN_READONLY, &first);
	int code;

	if (!failed)
		failed = sqlite_settle(sqlite, &first);
	code = sqlite3_errcode(sqlite->db) & 0xff;
	if (failed && (code == SQLITE_CANTOPEN || code == SQLITE_READONLY)) {
		sqlite3_close(sqlite->db);
		sqlite_immutable_uri(sqlite->file, &uri);
		failed = sqlite_connect(sqlite, uri.text, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, &first);
		if (!failed)
			failed = sqlite_settle(sqlite, &first);
		strbuf_release(&uri);
	}
	if (failed)
		error_set(err, failed, "%s", first.text);
	return failed;
}

static int sqlite_system_failed(const struct sqlite *sqlite, int number, struct error *err)
{
	return error_set(err, ERROR_SYSTEM, "%s: %s", sqlite->path, strerror(number));
}

/* Makes the new board under another name and links it to its own when it is whole, so that nobody ever sees
 * half of one, and no file that is there is lost. */
static int sqlite_make(struct sqlite *sqlite, struct error *err)
{
	struct strbuf name = STRBUF_INIT;
	int failed = 0, fd;

	if (!access(sqlite->file, F_OK))
		return error_set(err, ERROR_SYSTEM, _("%s: there is such a file already; choose another name"),
			sqlite->path);
	strbuf_addf(&name, "%s.new-%ld", sqlite->file, (long)getpid());
	fd = open(name.text, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
	if (fd < 0) {
		failed = sqlite_system_failed(sqlite, errno, err);
		strbuf_release(&name);
		return failed;
	}
	close(fd);
	failed = sqlite_connect(sqlite, name.text, SQLITE_OPEN_READWRITE, err);
	if (!failed)
		failed = schema_create(sqlite, err);
	sqlite3_close(sqlite->db);
	sqlite->db = NULL;
	if (!failed && link(name.text, sqlite->file))
		failed = sqlite_system_failed(sqlite, errno, err);
	unlink(name.text);
	strbuf_release(&name);
	return failed;
}

static int sqlite_open_file(struct sqlite *sqlite, enum store_mode mode, struct error *err)
{
	struct stat file;
	int failed = mode == STORE_NEW ? sqlite_make(sqlite, err) : 0;

	if (failed)
		return failed;
	if (stat(sqlite->file, &file)) {
		if (errno != ENOENT)
			return sqlite_system_failed(sqlite, errno, err);
		return error_set(err, ERROR_SYSTEM,
			_("%s: there is no such board; “evstorm new” makes one"), sqlite->path);
	}
	if (!S_ISREG(file.st_mode))
		return error_set(err, ERROR_SYSTEM, _("%s: this is no file"), sqlite->path);
	sqlite->device = file.st_dev;
	sqlite->inode = file.st_ino;
	if (mode == STORE_READ)
		return sqlite_open_to_read(sqlite, err);
	if (access(sqlite->file, W_OK))
		return error_set(err, ERROR_SYSTEM,
			_("%s: it cannot be written; open it with -r, or change its permissions"),
			sqlite->path);
	failed = sqlite_connect(sqlite, sqlite->file, SQLITE_OPEN_READWRITE, err);
	return failed ? failed : sqlite_settle(sqlite, err);
}

static int sqlite_open(const char *path, enum store_mode mode, struct store **store, struct error *err)
{
	struct sqlite *sqlite = mem_zalloc(sizeof(*sqlite));
	struct strbuf clean = STRBUF_INIT;
	int failed;

	sqlite->base.engine = &sqlite_engine;
	sqlite->read_only = mode == STORE_READ;
	sqlite->file = mem_strdup(path);
	clean_for_display(&clean, path, strlen(path));
	sqlite->path = strbuf_detach(&clean);
	failed = sqlite_open_file(sqlite, mode, err);
	if (failed) {
		bool made = mode == STORE_NEW && sqlite->inode;

		sqlite_close(&sqlite->base);
		if (made)
			unlink(path);
		return failed;
	}
	*store = &sqlite->base;
	return 0;
}

/* One consistent look at tables and log. */
static int sqlite_load(struct store *store, struct board *board, struct error *err)
{
	struct sqlite *sqlite = sqlite_of(store);
	int failed = sqlite_exec(sqlite, "BEGIN", err);

	if (failed)
		return failed;
	failed = row_load(sqlite, board, err);
	if (!failed)
		failed = log_note_end(sqlite, err);
	sqlite->committed = sqlite->seen;
	sqlite3_exec(sqlite->db, "COMMIT", NULL, NULL, NULL);
	return failed;
}

/* Is the file still the one at that place? What is written to a removed one would be lost. */
static int sqlite_check_place(const struct sqlite *sqlite, struct error *err)
{
	struct stat file;

	if (!stat(sqlite->file, &file) && file.st_dev == sqlite->device && file.st_ino == sqlite->inode)
		return 0;
	return error_set(err, ERROR_SYSTEM,
		_("%s: the file was removed or replaced; nothing more is written to it"), sqlite->path);
}

static int sqlite_begin(struct store *store, struct error *err)
{
	struct sqlite *sqlite = sqlite_of(store);
	sqlite3_stmt *statement;
	int failed = sqlite_check_place(sqlite, err);

	if (failed)
		return failed;
	statement = sqlite_statement(sqlite, SQL_BEGIN, err);
	if (!statement)
		return ERROR_SYSTEM;
	failed = sqlite_run(sqlite, statement, err);
	sqlite->in_transaction = !failed;
	sqlite->committed = sqlite->seen;
	return failed;
}

static void sqlite_rollback(struct store *store)
{
	struct sqlite *sqlite = sqlite_of(store);
	sqlite3_stmt *statement = sqlite->in_transaction
					  ? sqlite_statement(sqlite, SQL_ROLLBACK, NULL) : NULL;

	if (statement) {
		sqlite3_step(statement);
		sqlite3_reset(statement);
	}
	sqlite->in_transaction = false;
	sqlite->seen = sqlite->committed;
}

static int sqlite_commit(struct store *store, struct error *err)
{
	struct sqlite *sqlite = sqlite_of(store);
	sqlite3_stmt *statement = sqlite_statement(sqlite, SQL_COMMIT, err);
	int failed = statement ? sqlite_run(sqlite, statement, err) : ERROR_SYSTEM;

	if (failed) {
		sqlite_rollback(store);
		return failed;
	}
	sqlite->in_transaction = false;
	sqlite->committed = sqlite->seen;
	return 0;
}

const struct store_engine sqlite_engine = {
	.name = "sqlite",
	.open = sqlite_open,
	.close = sqlite_close,
	.load = sqlite_load,
	.begin = sqlite_begin,
	.catch_up = log_catch_up,
	.append = log_append,
	.commit = sqlite_commit,
	.rollback = sqlite_rollback,
	.undo_target = log_undo_target,
	.shifts_since = log_shifts_since,
	.walk = log_walk,
	.log_length = log_length,
	.verify = verify_store,
};
