/*
 * backup: a copy of a board's file as it is at one moment, while others go on working.
 *
 * The pages are copied as they are, in one go, which is the shortest time that writers can be kept
 * waiting. The copy is then looked over, so that a damaged board never takes the place of a good
 * backup, and gets its name when it is whole and on disk.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "store/publish.h"
#include "store/sqlite.h"

/* Says why copying failed: the fault may lie with the one file or the other. */
static int backup_failed(const struct sqlite *source, const struct sqlite *copy, struct error *err)
{
	struct sqlite at_fault = {.db = copy->db, .path = copy->path};

	switch (sqlite3_extended_errcode(copy->db)) {
	case SQLITE_IOERR_READ:
	case SQLITE_IOERR_SHORT_READ: at_fault.path = source->path; break;
	default:
		switch (sqlite3_errcode(copy->db) & 0xff) {
		case SQLITE_CORRUPT:
		case SQLITE_NOTADB:
		case SQLITE_BUSY:
		case SQLITE_LOCKED: at_fault.path = source->path;
		}
	}
	return sqlite_failed(&at_fault, err);
}

static int backup_copy(const struct sqlite *source, struct sqlite *copy, struct error *err)
{
	sqlite3_backup *backup = sqlite3_backup_init(copy->db, "main", source->db, "main");
	int status;

	if (!backup)
		return sqlite_failed(copy, err);
	do
		status = sqlite3_backup_step(backup, -1);
	while (status == SQLITE_OK);
	status = sqlite3_backup_finish(backup);
	return status == SQLITE_OK ? 0 : backup_failed(source, copy, err);
}

/* Is the copy sound? It is the board that is not, then. */
static int backup_check(const struct sqlite *source, struct sqlite *copy, struct error *err)
{
	sqlite3_stmt *statement;
	int failed = sqlite_prepare(copy, "PRAGMA quick_check(1)", &statement, err);
	const char *answer;

	if (failed)
		return backup_failed(source, copy, err);
	answer = sqlite3_step(statement) == SQLITE_ROW ? (const char *)sqlite3_column_text(statement, 0) : NULL;
	if (!answer)
		failed = backup_failed(source, copy, err);
	else if (strcmp(answer, "ok"))
		failed = error_set(err, ERROR_SYSTEM,
			_("%s: the file is damaged, so no backup was made; see “evstorm verify” and "
			  "“evstorm recover”"),
			source->path);
	sqlite3_finalize(statement);
	return failed;
}

/* Writes the new file TEMPORARY, which may be read by whoever may read the board. */
static int backup_write(const struct sqlite *source, const char *temporary, struct sqlite *copy, struct error *err)
{
	int fd = publish_make(temporary, source->file), failed;

	if (fd < 0)
		return publish_failed(copy->path, errno, err);
	close(fd);
	if (sqlite3_open_v2(temporary, &copy->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		return sqlite_failed(copy, err);
	/* the file is nobody's yet, and is synced as a whole when it is written */
	failed = sqlite_exec(copy, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", err);
	if (!failed)
		failed = backup_copy(source, copy, err);
	if (!failed)
		failed = sqlite_exec(copy, "PRAGMA journal_mode = DELETE", err);
	if (!failed)
		failed = backup_check(source, copy, err);
	return failed;
}

/* Is FILE the board itself? */
static bool backup_is_same(const struct sqlite *source, const char *file)
{
	struct stat own, other;

	return !stat(source->file, &own) && !stat(file, &other) && own.st_dev == other.st_dev &&
	       own.st_ino == other.st_ino;
}

int backup_store(struct store *store, const char *file, bool replace, struct error *err)
{
	struct sqlite *source = sqlite_of(store), *copy = sqlite_new(file, STORE_WRITE);
	struct strbuf temporary = STRBUF_INIT;
	int failed = 0;

	strbuf_addf(&temporary, "%s.new-%ld", copy->file, (long)getpid());
	if (replace && backup_is_same(source, copy->file))
		failed = error_set(err, ERROR_SYSTEM, _("%s: this is the board itself"), copy->path);
	if (!failed)
		failed = publish_may(copy->file, copy->path, replace, err);
	if (!failed) {
		unlink(temporary.text); /* left by a process of the same number that was killed */
		failed = backup_write(source, temporary.text, copy, err);
		sqlite_disconnect(copy);
		if (!failed)
			failed = opening_check_still(source, err);
		if (!failed)
			failed = publish_file(temporary.text, copy->file, copy->path, replace, err);
		else
			unlink(temporary.text);
	}
	strbuf_release(&temporary);
	sqlite_free(copy);
	return failed;
}

int backup_compare(struct sqlite *sqlite, struct sqlite *other, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(other, SQL_LAST_ACTION, err);
	struct mark last, same;
	int64_t action = 0;

	if (!statement || sqlite_number(other, statement, &action, err))
		return ERROR_SYSTEM;
	if (!action) /* nothing was ever done on it */
		return 1;
	if (log_mark(other, action, &last, err) || log_mark(sqlite, action, &same, err))
		return ERROR_SYSTEM;
	return last.action == same.action && last.print == same.print;
}

int backup_is_past(struct store *store, const char *file, struct error *err)
{
	struct sqlite *other = sqlite_new(file, STORE_READ);
	int found = opening_file(other, STORE_READ, err);

	if (!found)
		found = backup_compare(sqlite_of(store), other, err);
	sqlite_free(other);
	return found;
}
