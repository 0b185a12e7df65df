#include "store/connection.h"

#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/mem.h"

#define CONNECTION_TEXT_BYTES_MOST 10000000

void connection_harden(sqlite3 *db)
{
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, CONNECTION_TEXT_BYTES_MOST);
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 1);
}

/* Appends FILE as a "file:" URI that asks SQLite not to look for changes. */
static void connection_still_uri(const char *file, struct strbuf *uri)
{
	strbuf_addstr(uri, *file == '/' ? "file://" : "file:");
	for (; *file; file++) {
		if (strchr("%?#", *file))
			strbuf_addf(uri, "%%%02X", (unsigned char)*file);
		else
			strbuf_addch(uri, *file);
	}
	strbuf_addstr(uri, "?immutable=1");
}

int connection_open(struct store *sqlite, const char *file, int flags, struct error *err)
{
	struct wait_files before;
	int status;

	sqlite->seal = seal_new();
	wait_files_note(&before, file);
	status = sqlite3_open_v2(file, &sqlite->db, flags | SQLITE_OPEN_NOMUTEX, seal_vfs(sqlite->seal));
	if (!sqlite->db)
		BUG("no memory for a database");
	connection_harden(sqlite->db);
	wait_for(&sqlite->wait, sqlite->db, wait_files_new(&before));
	seal_on_reading(sqlite->seal, wait_reads, &sqlite->wait);
	return status == SQLITE_OK ? 0 : sqlite_failed(sqlite, err);
}

int connection_open_still(struct store *sqlite, const char *file, struct error *err)
{
	struct strbuf uri = STRBUF_INIT;
	int failed;

	sqlite->still = true;
	connection_still_uri(file, &uri);
	failed = connection_open(sqlite, uri.text, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
	strbuf_release(&uri);
	return failed;
}

int connection_look(const char *file, struct sqlite_file *look)
{
	struct stat found;

	if (stat(file, &found))
		return -1;
	look->device = found.st_dev;
	look->inode = found.st_ino;
	look->size = found.st_size;
	look->changed = found.st_mtim;
	return 0;
}

void connection_look_rest(const struct store *sqlite, struct sqlite_file *look)
{
	static const char *const rests[] = {"-wal", "-journal"};
	struct strbuf name = STRBUF_INIT;

	memset(look, 0, sizeof(*look));
	for (size_t i = 0; i < ARRAY_SIZE(rests) && !look->size; i++) {
		strbuf_reset(&name);
		strbuf_addf(&name, "%s%s", sqlite->file, rests[i]);
		if (connection_look(name.text, look))
			memset(look, 0, sizeof(*look));
	}
	strbuf_release(&name);
}

static bool connection_is_same(const struct sqlite_file *a, const struct sqlite_file *b)
{
	return a->device == b->device && a->inode == b->inode && a->size == b->size &&
	       a->changed.tv_sec == b->changed.tv_sec && a->changed.tv_nsec == b->changed.tv_nsec;
}

bool connection_has_changed(const struct store *sqlite, struct sqlite_file *now)
{
	struct sqlite_file rest;

	if (connection_look(sqlite->file, now) || !connection_is_same(now, &sqlite->look))
		return true;
	connection_look_rest(sqlite, &rest);
	return !connection_is_same(&rest, &sqlite->rest);
}

int connection_check_still(const struct store *sqlite, struct error *err)
{
	struct sqlite_file now;

	if (!sqlite->still || sqlite->aside || !connection_has_changed(sqlite, &now))
		return 0;
	return error_set(
		err, ERROR_SYSTEM, _("%s: somebody changed it while it was being read; try again"), sqlite->path);
}
