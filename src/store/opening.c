#include "store/opening.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "store/aside.h"
#include "store/connection.h"
#include "store/migrate.h"
#include "store/publish.h"
#include "store/schema.h"
#include "store/wal.h"
#include "text/clean.h"

/* How long to wait while a new board has two names: tries, and the pause between them. */
#define OPENING_NAMED_TRIES 20
#define OPENING_NAMED_PAUSE_NS 5000000

static int opening_pragma(struct store *sqlite, const char *sql, int64_t *number, struct error *err)
{
	sqlite3_stmt *statement;
	int failed = sqlite_prepare(sqlite, sql, &statement, err);

	if (!failed)
		failed = sqlite_number(sqlite, statement, number, err);
	sqlite3_finalize(statement);
	return failed;
}

/* Refuses a file without our application_id; a board that was dumped and read back still has its tables. */
static int opening_refuse(struct store *sqlite, struct error *err)
{
	int64_t tables = 0;
	int failed = opening_pragma(sqlite,
		"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('action', 'change', 'sticky')",
		&tables, err);

	if (failed)
		return failed;
	return error_set(err, ERROR_SYSTEM,
		tables == 3 ? _("%s: a board that was dumped and read back; make a board of it with: evstorm recover "
				"FILE NEW")
			    : _("%s: not an evstorm board; if it was one, see “evstorm recover”"),
		sqlite->path);
}

/* Checks that the file is a board, and reads its format. */
static int opening_identify(struct store *sqlite, int64_t *format, struct error *err)
{
	int64_t application = 0;
	int failed = opening_pragma(sqlite, "PRAGMA application_id", &application, err);

	if (!failed && application != BOARD_APPLICATION_ID)
		failed = opening_refuse(sqlite, err);
	if (!failed)
		failed = opening_pragma(sqlite, "PRAGMA user_version", format, err);
	if (!failed && *format > BOARD_FORMAT)
		failed = error_set(err, ERROR_SYSTEM,
			_("%s: made by a newer evstorm (format %" PRId64 "; this one knows %d); update evstorm"),
			sqlite->path, *format, BOARD_FORMAT);
	if (!failed && *format < 1)
		failed = sqlite_damaged(sqlite, err, _("it has no format"));
	return failed;
}

/* Upgrades a file of an older format, unless somebody else has done so meanwhile. */
static int opening_bring_over(struct store *sqlite, struct error *err)
{
	int64_t format = 0;
	size_t count;
	const struct migration *migrations = migrate_list(&count);
	int failed;

	wait_alone(&sqlite->wait);
	failed = opening_identify(sqlite, &format, err);
	if (!failed && format < BOARD_FORMAT)
		failed = migrate_run(sqlite, (int)format, migrations, count, err);
	wait_alone_end(&sqlite->wait);
	return failed;
}

/* Sets up the connection, and checks that the file is a board. */
static int opening_settle(struct store *sqlite, struct error *err)
{
	int64_t format = 0;
	/* a commit writes to the file in one go, page 1 first, and is on disk when it succeeds */
	int failed = sqlite_exec(sqlite,
		"PRAGMA cache_size = -1024; PRAGMA cache_spill = OFF; "
		"PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; "
		"PRAGMA cell_size_check = 1; PRAGMA synchronous = EXTRA",
		err);

	if (!failed)
		failed = opening_identify(sqlite, &format, err);
	if (!failed && format < BOARD_FORMAT && !sqlite->read_only) {
		failed = opening_bring_over(sqlite, err);
		format = BOARD_FORMAT;
	}
	sqlite->format = (int)format;
	if (!failed && !sqlite->inspected)
		failed = schema_check(sqlite, err);
	if (!failed)
		failed = sqlite_exec(
			sqlite, sqlite->read_only ? "PRAGMA query_only = 1" : "PRAGMA journal_mode = DELETE", err);
	return failed;
}

/* May this process write the file, and create files next to it? */
static bool opening_may_write(const struct store *sqlite)
{
	char *copy = mem_strdup(sqlite->file);
	bool may = !access(sqlite->file, W_OK) && !access(dirname(copy), W_OK | X_OK);

	free(copy);
	return may;
}

/* Connects to a private copy, which SQLite recovers from the crash. */
static int opening_read_aside(struct store *sqlite, struct error *err)
{
	struct strbuf name = STRBUF_INIT;
	char *folder;
	int failed = aside_make(sqlite->file, sqlite->path, &folder, err);

	if (failed)
		return failed;
	strbuf_addf(&name, "%s" ASIDE_FILE, folder);
	failed = connection_open(sqlite, name.text, SQLITE_OPEN_READWRITE, err);
	sqlite->aside = folder;
	sqlite->still = true;
	strbuf_release(&name);
	return failed ? failed : opening_settle(sqlite, err);
}

/* Connects for reading. Recovers from a crash: in the file if it may be written, as SQLite always does, otherwise in a
 * private copy. */
static int opening_read_journal(struct store *sqlite, struct error *err)
{
	int failed = opening_settle(sqlite, err);

	if (!failed || sqlite3_extended_errcode(sqlite->db) != SQLITE_READONLY_ROLLBACK)
		return failed;
	sqlite_disconnect(sqlite);
	if (!opening_may_write(sqlite))
		return opening_read_aside(sqlite, err);
	failed = connection_open(sqlite, sqlite->file, SQLITE_OPEN_READWRITE, err);
	return failed ? failed : opening_settle(sqlite, err);
}

/* Connects for reading, and leaves nothing behind. */
static int opening_read(struct store *sqlite, struct error *err)
{
	struct seal_header header;
	int failed;

	sqlite->still = false;
	connection_look_rest(sqlite, &sqlite->rest);
	failed = connection_open(sqlite, sqlite->file, SQLITE_OPEN_READONLY, err);
	if (failed)
		return failed;
	if (!seal_read(sqlite->seal, &header) || header.application != BOARD_APPLICATION_ID || !header.wal)
		return opening_read_journal(sqlite, err);
	failed = wal_read(sqlite, err);
	return failed ? failed : opening_settle(sqlite, err);
}

/* Connects for writing. */
static int opening_write(struct store *sqlite, struct error *err)
{
	struct seal_header header;
	int failed = connection_open(sqlite, sqlite->file, SQLITE_OPEN_READWRITE, err);

	if (!failed && seal_read(sqlite->seal, &header) && header.wal && header.application == BOARD_APPLICATION_ID)
		failed = wal_take_in(sqlite, err);
	return failed ? failed : opening_settle(sqlite, err);
}

int opening_follow(struct store *sqlite, bool *anew, struct error *err)
{
	struct sqlite_file now;

	*anew = false;
	if (!sqlite->still || !connection_has_changed(sqlite, &now))
		return 0;
	if (connection_look(sqlite->file, &now) || now.inode != sqlite->look.inode)
		return anchor_check(&sqlite->anchor, sqlite->path, err);
	sqlite->look = now;
	sqlite_disconnect(sqlite);
	*anew = true;
	return opening_read(sqlite, err);
}

/* Writes an empty board to the new file TEMPORARY. */
static int opening_build(struct store *sqlite, const char *temporary, struct error *err)
{
	int fd = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
	int failed;

	if (fd < 0)
		return publish_failed(sqlite->path, errno, err);
	close(fd);
	failed = connection_open(sqlite, temporary, SQLITE_OPEN_READWRITE, err);
	if (!failed) {
		int reserve = SEAL_BYTES;

		sqlite3_file_control(sqlite->db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
		seal_always(sqlite->seal);
		failed = schema_create(sqlite, err);
	}
	sqlite_disconnect(sqlite);
	return failed;
}

/* Makes the new board under a temporary name and renames it once it is complete, so that nobody sees half a board
 * and no existing file is lost. */
static int opening_make(struct store *sqlite, struct error *err)
{
	struct strbuf temporary = STRBUF_INIT;
	int failed = publish_may(sqlite->file, sqlite->path, false, err);

	if (failed)
		return failed;
	strbuf_addf(&temporary, "%s.new-%ld", sqlite->file, (long)getpid());
	failed = opening_build(sqlite, temporary.text, err);
	if (!failed)
		failed = publish_file(temporary.text, sqlite->file, sqlite->path, false, err);
	else
		unlink(temporary.text);
	strbuf_release(&temporary);
	return failed;
}

/* Appends another name in the same folder of the file PATH, which FOUND describes; nothing if there is none. */
static void opening_other_name(const char *path, const struct stat *found, struct strbuf *other)
{
	char *copy = mem_strdup(path), *own = mem_strdup(path);
	DIR *folder = opendir(dirname(copy));
	const struct dirent *entry;

	while (folder && !other->len && (entry = readdir(folder)))
		if (entry->d_ino == found->st_ino && strcmp(entry->d_name, basename(own)) != 0)
			clean_for_display(other, entry->d_name, strlen(entry->d_name));
	if (folder)
		closedir(folder);
	free(copy);
	free(own);
}

/* Refuses a file with two names. SQLite finds a journal by the name under which the file was opened, so a crash under
 * one name would not be recovered from under the other. */
static int opening_check_names(const struct store *sqlite, struct error *err)
{
	const struct timespec pause = {0, OPENING_NAMED_PAUSE_NS};
	struct strbuf other = STRBUF_INIT;
	struct stat found;
	int tries = 0;

	/* a new board has two names for a moment */
	while (!stat(sqlite->file, &found) && found.st_nlink > 1 && tries++ < OPENING_NAMED_TRIES)
		nanosleep(&pause, NULL);
	if (tries <= OPENING_NAMED_TRIES)
		return 0;
	opening_other_name(sqlite->file, &found, &other);
	if (other.len)
		error_set(err, ERROR_SYSTEM,
			_("%s: this file is also called “%s” (a hard link), and a board has one name; remove the "
			  "other, or work on a copy"),
			sqlite->path, other.text);
	else
		error_set(err, ERROR_SYSTEM,
			_("%s: this file has another name too (a hard link), and a board has one; remove the "
			  "other, or work on a copy"),
			sqlite->path);
	strbuf_release(&other);
	return ERROR_SYSTEM;
}

/* Sets `file` to the real name: the other files of a board are next to that. */
static void opening_resolve(struct store *sqlite)
{
	char *real = realpath(sqlite->file, NULL);

	if (!real)
		return;
	free(sqlite->file);
	sqlite->file = real;
}

static int opening_find(struct store *sqlite, struct error *err)
{
	struct stat found;

	opening_resolve(sqlite);
	if (stat(sqlite->file, &found)) {
		if (errno != ENOENT)
			return publish_failed(sqlite->path, errno, err);
		return error_set(err, ERROR_SYSTEM, _("%s: no such board; “evstorm new” creates one"), sqlite->path);
	}
	if (!S_ISREG(found.st_mode))
		return error_set(err, ERROR_SYSTEM, _("%s: not a file"), sqlite->path);
	if (access(sqlite->file, R_OK))
		return publish_failed(sqlite->path, errno, err);
	if (!sqlite->read_only && !opening_may_write(sqlite))
		return error_set(err, ERROR_SYSTEM, _("%s: not writable; open it with -r, or change its permissions"),
			sqlite->path);
	if (!sqlite->read_only && opening_check_names(sqlite, err))
		return ERROR_SYSTEM;
	connection_look(sqlite->file, &sqlite->look);
	return anchor_drop(&sqlite->anchor, sqlite->file) ? publish_failed(sqlite->path, errno, err) : 0;
}

/* Removes the file that opening_make() made. */
static void opening_unmake(struct store *sqlite)
{
	static const char *const suffixes[] = {"", "-journal"};
	struct strbuf name = STRBUF_INIT;

	sqlite_disconnect(sqlite);
	for (size_t i = 0; i < ARRAY_SIZE(suffixes); i++) {
		strbuf_reset(&name);
		strbuf_addf(&name, "%s%s", sqlite->file, suffixes[i]);
		unlink(name.text);
	}
	strbuf_release(&name);
}

int opening_file(struct store *sqlite, enum store_mode mode, struct error *err)
{
	int failed = mode == STORE_NEW ? opening_make(sqlite, err) : 0;

	if (failed)
		return failed;
	failed = opening_find(sqlite, err);
	if (!failed && mode == STORE_READ)
		failed = opening_read(sqlite, err);
	else if (!failed)
		failed = opening_write(sqlite, err);
	if (!failed)
		failed = anchor_check(&sqlite->anchor, sqlite->path, err); /* SQLite has opened the file that is held */
	if (failed && mode == STORE_NEW)
		opening_unmake(sqlite);
	return failed;
}
