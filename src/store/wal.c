#include "store/wal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "store/aside.h"
#include "store/connection.h"
#include "store/seen.h"
#include "store/verify.h"

/* Where SQLite's processes lock BOARD-shm ("WAL-Index File Format"). */
#define WAL_LOCKS_AT 120
#define WAL_LOCKS_BYTES 9

/* Is there a log that is not empty? */
static bool wal_is_there(const struct store *sqlite)
{
	struct strbuf name = STRBUF_INIT;
	struct stat found;
	bool there;

	strbuf_addf(&name, "%s-wal", sqlite->file);
	there = !stat(name.text, &found) && found.st_size;
	strbuf_release(&name);
	return there;
}

/* Does another process have it open? */
static bool wal_is_in_use(const struct store *sqlite)
{
	struct flock lock = {
		.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = WAL_LOCKS_AT, .l_len = WAL_LOCKS_BYTES};
	struct strbuf name = STRBUF_INIT;
	bool used = false;
	int fd;

	strbuf_addf(&name, "%s-shm", sqlite->file);
	fd = open(name.text, O_RDWR | O_CLOEXEC);
	if (fd >= 0) {
		used = !fcntl(fd, F_GETLK, &lock) && lock.l_type != F_UNLCK;
		close(fd);
	}
	strbuf_release(&name);
	return used;
}

/* Opens and checks the board in the copy at FOLDER, without (STILL) or with its log. NULL if it is not valid; otherwise
 * the caller frees it. */
static struct store *wal_try(const char *folder, bool still)
{
	struct strbuf name = STRBUF_INIT;
	struct store *copy;
	int failed;

	strbuf_addf(&name, "%s" ASIDE_FILE, folder);
	copy = sqlite_new(name.text, STORE_READ);
	copy->format = 1; /* the only one with such a log */
	if (still)
		failed = connection_open_still(copy, copy->file, NULL);
	else
		failed = connection_open(copy, copy->file, SQLITE_OPEN_READWRITE, NULL);
	if (!failed)
		failed = verify_store(copy, NULL);
	strbuf_release(&name);
	if (!failed)
		return copy;
	sqlite_free(copy);
	return NULL;
}

/* Plays back the log in the copy at FOLDER; fails if it does not belong to the file. */
static int wal_check(const struct store *sqlite, const char *folder, struct error *err)
{
	struct store *alone = wal_try(folder, true), *with = wal_try(folder, false);
	int fits = with && (!alone || seen_holds(with, alone, NULL) > 0);
	bool whole = alone;

	if (alone)
		sqlite_free(alone);
	if (with)
		sqlite_free(with);
	if (fits)
		return 0;
	if (!whole)
		return error_set(err, ERROR_SYSTEM,
			_("%s: the file is damaged, with its “-wal” and without; “evstorm recover” saves what can "
			  "be read of it"),
			sqlite->path);
	return error_set(err, ERROR_SYSTEM,
		_("%s: the “-wal” next to it belongs to another file of that name, or to this one at another time; "
		  "move it away, then open the board again"),
		sqlite->path);
}

/* Is the file still in WAL mode? Another process may have upgraded it meanwhile. */
static bool wal_is_one(const struct store *sqlite)
{
	struct seal_header header;

	return !seal_read(sqlite->seal, &header) || header.wal;
}

static int wal_is_theirs(const struct store *sqlite, struct error *err)
{
	return error_set(err, ERROR_SYSTEM,
		_("%s: somebody has it open in an older evstorm; open it when they have left"), sqlite->path);
}

static int wal_bring_over(struct store *sqlite, struct error *err)
{
	char *folder = NULL;
	int failed = 0;

	if (wal_is_in_use(sqlite))
		return wal_is_theirs(sqlite, err);
	if (wal_is_there(sqlite)) {
		failed = aside_make(sqlite->file, sqlite->path, &folder, err);
		if (!failed)
			failed = wal_check(sqlite, folder, err);
		aside_remove(folder);
	}
	return failed ? failed : sqlite_exec(sqlite, "PRAGMA journal_mode = DELETE", err);
}

int wal_take_in(struct store *sqlite, struct error *err)
{
	int failed = 0;

	wait_alone(&sqlite->wait);
	if (wal_is_one(sqlite))
		failed = wal_bring_over(sqlite, err);
	wait_alone_end(&sqlite->wait);
	return failed;
}

int wal_read(struct store *sqlite, struct error *err)
{
	struct strbuf name = STRBUF_INIT;
	char *folder = NULL;
	int failed;

	if (!wal_is_there(sqlite)) {
		sqlite_disconnect(sqlite);
		return connection_open_still(sqlite, sqlite->file, err);
	}
	failed = aside_make(sqlite->file, sqlite->path, &folder, err);
	if (!failed)
		failed = wal_check(sqlite, folder, err);
	if (failed) {
		aside_remove(folder);
		return wal_is_in_use(sqlite) ? wal_is_theirs(sqlite, err) : failed;
	}
	strbuf_addf(&name, "%s" ASIDE_FILE, folder);
	sqlite_disconnect(sqlite);
	failed = connection_open_still(sqlite, name.text, err);
	sqlite->aside = folder;
	strbuf_release(&name);
	return failed;
}
