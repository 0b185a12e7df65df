#include "store/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"

#define ASIDE_COPY_BYTES 65536
#define ASIDE_TRIES 10
#define ASIDE_PAUSE_NS 20000000

/* The suffixes of the files of a board; each may be missing. */
static const char *const aside_parts[] = {"", "-wal", "-journal"};

/* The suffixes of everything that SQLite may leave in the folder. */
static const char *const aside_rests[] = {"", "-wal", "-shm", "-journal"};

static int aside_write(int out, const char *bytes, size_t len)
{
	while (len) {
		ssize_t count = write(out, bytes, len);

		if (count < 0 && errno != EINTR)
			return -1;
		if (count > 0) {
			bytes += count;
			len -= (size_t)count;
		}
	}
	return 0;
}

/* Copies a file, which may be missing; negative with errno on failure. */
static int aside_copy(const char *from, const char *to)
{
	int in = open(from, O_RDONLY | O_CLOEXEC), out, failed = 0, number;
	char *bytes;
	ssize_t count = 0;

	if (in < 0)
		return errno == ENOENT ? 0 : -1;
	out = open(to, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
	if (out < 0) {
		number = errno;
		close(in);
		errno = number;
		return -1;
	}
	bytes = mem_alloc(ASIDE_COPY_BYTES);
	while (!failed && (count = read(in, bytes, ASIDE_COPY_BYTES)) > 0)
		failed = aside_write(out, bytes, (size_t)count);
	number = errno;
	free(bytes);
	close(in);
	failed |= close(out);
	errno = number;
	return failed || count < 0 ? -1 : 0;
}

/* The state of the parts of a board; zero for a missing one. */
struct aside_look {
	struct stat parts[ARRAY_SIZE(aside_parts)];
};

static void aside_look(const char *file, struct aside_look *look)
{
	struct strbuf path = STRBUF_INIT;

	memset(look, 0, sizeof(*look));
	for (size_t i = 0; i < ARRAY_SIZE(aside_parts); i++) {
		strbuf_reset(&path);
		strbuf_addf(&path, "%s%s", file, aside_parts[i]);
		if (stat(path.text, &look->parts[i]))
			memset(&look->parts[i], 0, sizeof(look->parts[i]));
	}
	strbuf_release(&path);
}

static bool aside_is_same(const struct aside_look *a, const struct aside_look *b)
{
	for (size_t i = 0; i < ARRAY_SIZE(aside_parts); i++) {
		const struct stat *x = &a->parts[i], *y = &b->parts[i];

		if (x->st_dev != y->st_dev || x->st_ino != y->st_ino || x->st_size != y->st_size ||
			x->st_mtim.tv_sec != y->st_mtim.tv_sec || x->st_mtim.tv_nsec != y->st_mtim.tv_nsec)
			return false;
	}
	return true;
}

static int aside_copy_parts(const char *file, const char *folder)
{
	struct strbuf from = STRBUF_INIT, to = STRBUF_INIT;
	int failed = 0;

	for (size_t i = 0; i < ARRAY_SIZE(aside_parts) && !failed; i++) {
		strbuf_reset(&from);
		strbuf_addf(&from, "%s%s", file, aside_parts[i]);
		strbuf_reset(&to);
		strbuf_addf(&to, "%s" ASIDE_FILE "%s", folder, aside_parts[i]);
		unlink(to.text);
		failed = aside_copy(from.text, to.text);
	}
	strbuf_release(&from);
	strbuf_release(&to);
	return failed;
}

int aside_make(const char *file, const char *shown, char **folder, struct error *err)
{
	const struct timespec pause = {0, ASIDE_PAUSE_NS};
	const char *base = getenv("TMPDIR");
	struct strbuf name = STRBUF_INIT;
	struct aside_look before, after;
	int failed;

	strbuf_addf(&name, "%s/evstorm-XXXXXX", base && *base ? base : "/tmp");
	failed = mkdtemp(name.text) ? 0 : -1;
	aside_look(file, &after);
	for (int i = 0; !failed && i < ASIDE_TRIES; i++) {
		if (i)
			nanosleep(&pause, NULL);
		before = after;
		failed = aside_copy_parts(file, name.text);
		aside_look(file, &after);
		if (aside_is_same(&before, &after))
			break;
	}
	*folder = strbuf_detach(&name);
	if (!failed)
		return 0;
	error_set(err, ERROR_SYSTEM, _("%s: cannot make a copy of it in %s: %s"), shown, base && *base ? base : "/tmp",
		strerror(errno));
	aside_remove(*folder);
	*folder = NULL;
	return ERROR_SYSTEM;
}

void aside_remove(char *folder)
{
	struct strbuf path = STRBUF_INIT;

	if (!folder)
		return;
	for (size_t i = 0; i < ARRAY_SIZE(aside_rests); i++) {
		strbuf_reset(&path);
		strbuf_addf(&path, "%s" ASIDE_FILE "%s", folder, aside_rests[i]);
		unlink(path.text);
	}
	rmdir(folder);
	strbuf_release(&path);
	free(folder);
}
