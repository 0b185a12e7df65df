#include "store/backup.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/connection.h"
#include "store/publish.h"

/* Fills ERR with why copying failed, which may be due to either file. */
static int backup_failed(const struct store *source, const struct store *copy, struct error *err)
{
	struct store at_fault = {.db = copy->db, .path = copy->path};

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

static int backup_copy(const struct store *source, struct store *copy, struct error *err)
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

/* Checks the copy; a fault in it is one in the board. */
static int backup_check(const struct store *source, struct store *copy, struct error *err)
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

/* Writes the new file TEMPORARY, which those may read who may read the board. */
static int backup_write(const struct store *source, const char *temporary, struct store *copy, struct error *err)
{
	int fd = publish_make(temporary, source->file), failed;

	if (fd < 0)
		return publish_failed(copy->path, errno, err);
	close(fd);
	if (sqlite3_open_v2(temporary, &copy->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		return sqlite_failed(copy, err);
	/* nobody knows the file yet, and it is synced as a whole at the end */
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
static bool backup_is_same(const struct store *source, const char *file)
{
	struct stat own, other;

	return !stat(source->file, &own) && !stat(file, &other) && own.st_dev == other.st_dev &&
	       own.st_ino == other.st_ino;
}

int backup_store(struct store *source, const char *file, bool replace, struct error *err)
{
	struct store *copy = sqlite_new(file, STORE_WRITE);
	struct strbuf temporary = STRBUF_INIT;
	int failed = 0;

	strbuf_addf(&temporary, "%s.new-%ld", copy->file, (long)getpid());
	if (replace && backup_is_same(source, copy->file))
		failed = error_set(err, ERROR_SYSTEM, _("%s: this is the board itself"), copy->path);
	if (!failed)
		failed = publish_may(copy->file, copy->path, replace, err);
	if (!failed) {
		unlink(temporary.text); /* left by an earlier process with the same number, which was killed */
		failed = backup_write(source, temporary.text, copy, err);
		sqlite_disconnect(copy);
		if (!failed)
			failed = connection_check_still(source, err);
		if (!failed)
			failed = publish_file(temporary.text, copy->file, copy->path, replace, err);
		else
			unlink(temporary.text);
	}
	strbuf_release(&temporary);
	sqlite_free(copy);
	return failed;
}
