#include "store/migrate.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/publish.h"

const struct migration *migrate_list(size_t *count)
{
	*count = 0; /* format 1 is the first */
	return NULL;
}

/* Puts a copy of the whole file at PATH, on disk when it returns 0. */
static int migrate_copy(struct sqlite *sqlite, const char *path, struct error *err)
{
	sqlite3_stmt *statement;
	int fd = publish_make(path, sqlite->file), failed;

	if (fd < 0 && errno == EEXIST)
		return error_set(err, ERROR_SYSTEM,
			_("%s: a copy of the older format is beside it already; move that away"), sqlite->path);
	if (fd < 0)
		return publish_failed(sqlite->path, errno, err);
	failed = sqlite_prepare(sqlite, "VACUUM INTO ?1", &statement, err);
	if (!failed) {
		sqlite_bind_text(statement, 1, path);
		failed = sqlite_run(sqlite, statement, err);
		sqlite3_finalize(statement);
	}
	if (!failed && fsync(fd))
		failed = error_set(err, ERROR_SYSTEM, _("%s: no copy of it can be made: %s"), sqlite->path,
			strerror(errno));
	close(fd);
	if (failed)
		unlink(path);
	return failed;
}

int migrate_run(struct sqlite *sqlite, int format, const struct migration *rows, size_t count,
	struct error *err)
{
	struct strbuf copy = STRBUF_INIT;
	char version[64];
	int failed;

	strbuf_addf(&copy, "%s.format-%d", sqlite->file, format);
	failed = migrate_copy(sqlite, copy.text, err);
	if (failed)
		goto out;
	failed = sqlite_exec(sqlite, "BEGIN IMMEDIATE", err);
	for (size_t i = 0; i < count && !failed; i++) {
		if (rows[i].to <= format)
			continue;
		failed = sqlite_exec(sqlite, rows[i].sql, err);
		snprintf(version, sizeof(version), "PRAGMA user_version = %d", rows[i].to);
		if (!failed)
			failed = sqlite_exec(sqlite, version, err);
	}
	if (!failed)
		failed = sqlite_exec(sqlite, "COMMIT", err);
	if (failed) {
		sqlite3_exec(sqlite->db, "ROLLBACK", NULL, NULL, NULL);
		unlink(copy.text); /* so that the next try can make one */
	}
out:
	strbuf_release(&copy);
	return failed;
}
