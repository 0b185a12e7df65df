#include "store/migrate.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "store/backup.h"
#include "store/opening.h"
#include "store/seen.h"

/* Format 2 needs no SQL: its rollback journal and room for seals are set up for every format (migrate_make_room()).
 * Columns are added in the order of the field table, so that the tables are those of a new file. */
static const struct migration migrate_rows[] = {
	{2, ""},
	{3, "ALTER TABLE board ADD COLUMN \"purpose\" TEXT; "
	    "ALTER TABLE context ADD COLUMN \"purpose\" TEXT; "
	    "ALTER TABLE context ADD COLUMN \"subdomain\" TEXT; "
	    "ALTER TABLE context ADD COLUMN \"roles\" TEXT; "
	    "ALTER TABLE context ADD COLUMN \"assumptions\" TEXT; "
	    "ALTER TABLE sticky ADD COLUMN \"definition\" TEXT; "
	    "ALTER TABLE sticky ADD COLUMN \"invariants\" TEXT"},
};

const struct migration *migrate_list(size_t *count)
{
	*count = ARRAY_SIZE(migrate_rows);
	return migrate_rows;
}

/* Is the file at PATH this board, as it is now? */
static bool migrate_is_copied(struct store *sqlite, const char *path)
{
	struct store *copy = sqlite_new(path, STORE_READ);
	bool same = !opening_file(copy, STORE_READ, NULL) && seen_holds(sqlite, copy, NULL) > 0 &&
		    seen_holds(copy, sqlite, NULL) > 0;

	sqlite_free(copy);
	return same;
}

/* Copies the whole file to PATH; on disk when it returns 0. Keeps a valid copy left by a migration that was interrupted
 * later. */
static int migrate_copy(struct store *sqlite, const char *path, struct error *err)
{
	if (access(path, F_OK))
		return backup_store(sqlite, path, false, err);
	if (migrate_is_copied(sqlite, path))
		return 0;
	return error_set(err, ERROR_SYSTEM,
		_("%s: there is already a copy of the older format next to it; move that away"), sqlite->path);
}

/* Reserves room for seals at the end of each page. */
static int migrate_make_room(struct store *sqlite, struct error *err)
{
	struct seal_header header;
	int reserve = SEAL_BYTES;

	if (seal_read(sqlite->seal, &header) && header.reserved == SEAL_BYTES)
		return 0;
	sqlite3_file_control(sqlite->db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
	return sqlite_exec(sqlite, "VACUUM", err);
}

int migrate_run(struct store *sqlite, int format, const struct migration *rows, size_t count, struct error *err)
{
	struct strbuf copy = STRBUF_INIT;
	char version[64];
	int failed;

	strbuf_addf(&copy, "%s.format-%d", sqlite->file, format);
	failed = migrate_copy(sqlite, copy.text, err);
	if (!failed)
		failed = migrate_make_room(sqlite, err);
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
		unlink(copy.text); /* so that the next attempt can make one */
	}
out:
	strbuf_release(&copy);
	return failed;
}
