#include "store/migrate.h"

#include <stdio.h>
#include <unistd.h>

#include "base/i18n.h"

const struct migration *migrate_list(size_t *count)
{
	*count = 0; /* format 1 is the first */
	return NULL;
}

/* Puts a copy of the whole file beside it, under a name that says its format. */
static int migrate_copy(struct sqlite *sqlite, int format, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	sqlite3_stmt *statement;
	int failed;

	strbuf_addf(&path, "%s.format-%d", sqlite->file, format);
	if (!access(path.text, F_OK)) {
		failed = error_set(err, ERROR_SYSTEM,
			_("%s: a copy of the older format is there already; move it away"), path.text);
	} else {
		failed = sqlite_prepare(sqlite, "VACUUM INTO ?1", &statement, err);
		if (!failed) {
			sqlite_bind_text(statement, 1, path.text);
			failed = sqlite_run(sqlite, statement, err);
			sqlite3_finalize(statement);
		}
	}
	strbuf_release(&path);
	return failed;
}

int migrate_run(struct sqlite *sqlite, int format, const struct migration *rows, size_t count,
	struct error *err)
{
	char version[64];
	int failed = migrate_copy(sqlite, format, err);

	if (!failed)
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
	if (failed)
		sqlite3_exec(sqlite->db, "ROLLBACK", NULL, NULL, NULL);
	return failed;
}
