#include "store/remains.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "store/opening.h"
#include "store/publish.h"
#include "store/seen.h"
#include "store/verify.h"

/* How long to wait for a process that is writing to the file. */
#define REMAINS_WAIT_MS 2000
#define REMAINS_PAUSE_US 5000

/* Where SQLite's readers lock (its file format, "The Lock-Byte Page"). */
#define REMAINS_LOCKS_AT 0x40000002
#define REMAINS_LOCKS_BYTES 510

/* Locks the file for reading (F_RDLCK) or unlocks it. The lock belongs to the descriptor, so it is independent of those
 * that SQLite takes for this process. */
static bool remains_lock(int fd, short type)
{
	struct flock lock = {
		.l_type = type, .l_whence = SEEK_SET, .l_start = REMAINS_LOCKS_AT, .l_len = REMAINS_LOCKS_BYTES};
	int64_t since = clock_span_ms();

	while (fcntl(fd, F_OFD_SETLK, &lock)) {
		if ((errno != EAGAIN && errno != EACCES) || clock_span_ms() - since > REMAINS_WAIT_MS)
			return false;
		usleep(REMAINS_PAUSE_US);
	}
	return true;
}

/* Copies all of FD to OUT; returns 0 or an errno. */
static int remains_bytes(int fd, int out)
{
	char bytes[65536];
	off_t at = 0;
	ssize_t len;

	while ((len = pread(fd, bytes, sizeof(bytes), at)) > 0) {
		for (ssize_t done = 0, part; done < len; done += part)
			if ((part = write(out, bytes + done, (size_t)(len - done))) < 0)
				return errno;
		at += len;
	}
	return len < 0 ? errno : 0;
}

static int remains_copy(const struct store *from, const char *temporary, const char *shown, struct error *err)
{
	int fd = from->anchor.fd, number, out;
	struct stat found;

	out = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC,
		fstat(fd, &found) ? 0600 : (found.st_mode & 0666) | 0600);
	if (out < 0)
		return publish_failed(shown, errno, err);
	if (!remains_lock(fd, F_RDLCK)) {
		close(out);
		return error_set(err, ERROR_SYSTEM,
			_("%s: another program keeps it locked; try again when that is done"), from->path);
	}
	number = remains_bytes(fd, out);
	remains_lock(fd, F_UNLCK);
	if (close(out) && !number)
		number = errno;
	return number ? publish_failed(shown, number, err) : 0;
}

/* Checks that TEMPORARY is a valid board that continues what FROM has read. */
static int remains_check(const struct store *from, const char *temporary, struct error *err)
{
	struct store *copy = sqlite_new(temporary, STORE_READ);
	int same, failed = opening_file(copy, STORE_READ, err);

	if (!failed) {
		same = remains_resume(copy, from, err);
		failed = same < 0 ? same
			 : same   ? verify_store(copy, err)
				  : error_set(err, ERROR_SYSTEM, _("%s: not all of it can be read"), from->path);
	}
	sqlite_free(copy);
	return failed;
}

int remains_store(struct store *from, const char *file, struct error *err)
{
	struct store *copy = sqlite_new(file, STORE_WRITE);
	struct strbuf temporary = STRBUF_INIT;
	int failed = publish_may(copy->file, copy->path, false, err);

	strbuf_addf(&temporary, "%s.new-%ld", copy->file, (long)getpid());
	if (!failed) {
		unlink(temporary.text); /* left by an earlier process with the same number, which was killed */
		failed = remains_copy(from, temporary.text, copy->path, err);
		if (!failed)
			failed = remains_check(from, temporary.text, err);
		if (!failed)
			failed = publish_file(temporary.text, copy->file, copy->path, false, err);
		else
			unlink(temporary.text);
	}
	strbuf_release(&temporary);
	sqlite_free(copy);
	return failed;
}

/* Finds the last action in the log that may be the one of MARK; {0} if there is none. */
static int remains_search(struct store *sqlite, struct mark mark, struct mark *found, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(sqlite, SQL_FIND_TIME, err);
	int status = SQLITE_ERROR, failed = statement ? 0 : ERROR_SYSTEM;

	*found = (struct mark){0};
	if (statement)
		sqlite3_bind_int64(statement, 1, mark.time_ms);
	while (!failed && (status = sqlite3_step(statement)) == SQLITE_ROW) {
		struct mark one;

		failed = seen_mark(sqlite, sqlite3_column_int64(statement, 0), &one, err);
		if (!failed && mark_is_same(one, mark))
			*found = one;
	}
	if (!failed && status != SQLITE_DONE)
		failed = sqlite_failed(sqlite, err);
	sqlite3_reset(statement);
	return failed;
}

int remains_resume(struct store *sqlite, const struct store *other, struct error *err)
{
	struct mark known = other->seen, found;
	int failed = seen_mark(sqlite, known.action, &found, err);

	if (!failed && !mark_is_same(found, known))
		failed = remains_search(sqlite, known, &found, err);
	if (failed)
		return failed;
	sqlite->seen = sqlite->committed = found;
	sqlite->is_caught = false; /* so that the next catch-up reads the log */
	seen_note_file(sqlite);
	return mark_is_same(found, known);
}
