#include "session/bookmarks.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/smallfile.h"
#include "text/clean.h"

/* The most digits of the number of a change. */
#define BOOKMARKS_DIGITS_MOST 12

/* No sensible file is larger. */
#define BOOKMARKS_BYTES_MOST 4194304

void bookmarks_init(struct bookmarks *bookmarks)
{
	strbuf_init(&bookmarks->path);
	vec_init(&bookmarks->list, sizeof(struct bookmark));
}

static void bookmarks_forget(struct bookmarks *bookmarks)
{
	for (size_t i = 0; i < bookmarks->list.count; i++)
		free(vec_get(&bookmarks->list, struct bookmark, i).note);
	vec_reset(&bookmarks->list);
}

void bookmarks_release(struct bookmarks *bookmarks)
{
	bookmarks_forget(bookmarks);
	vec_release(&bookmarks->list);
	strbuf_release(&bookmarks->path);
}

const struct bookmark *bookmarks_get(const struct bookmarks *bookmarks, size_t at)
{
	return vec_at(&bookmarks->list, at);
}

/* Inserts a bookmark after all for the same or an earlier change; returns its index. */
static size_t bookmarks_insert(struct bookmarks *bookmarks, int64_t change, char *note)
{
	size_t at = bookmarks->list.count;
	struct bookmark *items;

	vec_push(&bookmarks->list);
	items = bookmarks->list.items;
	for (; at && items[at - 1].change > change; at--)
		items[at] = items[at - 1];
	items[at] = (struct bookmark){change, note};
	return at;
}

static int bookmarks_read_line(struct bookmarks *bookmarks, const char *line, size_t len, struct error *err)
{
	struct strbuf note = STRBUF_INIT;
	size_t digits = line[0] == '#' ? strspn(line + 1, "0123456789") : 0;
	int failed;

	if (!digits || digits > BOOKMARKS_DIGITS_MOST || (line[1 + digits] && line[1 + digits] != ' '))
		return error_set(err, ERROR_SYSTEM, _("not a bookmark; bookmarks look like “#120 note”"));
	failed = clean_text(&note, line + 1 + digits, len - 1 - digits, CLEAN_ONE_LINE, err);
	if (failed)
		strbuf_release(&note);
	else
		bookmarks_insert(bookmarks, strtoll(line + 1, NULL, 10), strbuf_detach(&note));
	return failed;
}

/* Reads TEXT, the content of the file that errors call NAME. */
static int bookmarks_read(struct bookmarks *bookmarks, struct strbuf *text, const char *name, struct error *err)
{
	size_t at = 0, number = 0, len;
	int failed = 0;
	char *line;

	while (!failed && smallfile_line(text, &at, &line, &len)) {
		number++;
		if (len && strlen(line) == len)
			failed = bookmarks_read_line(bookmarks, line, len, err);
		else if (len)
			failed = error_set(err, ERROR_SYSTEM, _("not text"));
	}
	return failed ? error_prefix(err, failed, "%s:%zu", name, number) : 0;
}

/* Fills ERR from errno for the file NAME. */
static int bookmarks_error(const char *name, struct error *err)
{
	return error_set(err, ERROR_SYSTEM, "%s: %s", name, strerror(errno));
}

int bookmarks_load(struct bookmarks *bookmarks, const char *board, struct error *err)
{
	struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;
	char *real = realpath(board, NULL); /* next to the board itself, not to a symbolic link */
	size_t len;
	int failed;

	board = real ? real : board;
	len = strlen(board);
	if (len > 4 && !strcmp(board + len - 4, ".evs"))
		len -= 4;
	bookmarks_forget(bookmarks);
	strbuf_reset(&bookmarks->path);
	strbuf_add(&bookmarks->path, board, len);
	strbuf_addstr(&bookmarks->path, ".marks");
	free(real);
	clean_for_display(&name, bookmarks->path.text, bookmarks->path.len);
	failed = smallfile_read(bookmarks->path.text, BOOKMARKS_BYTES_MOST, &text, err);
	failed = failed < 0 ? error_prefix(err, failed, "%s", name.text)
			    : bookmarks_read(bookmarks, &text, name.text, err);
	strbuf_release(&text);
	strbuf_release(&name);
	return failed;
}

static bool bookmarks_print(const struct bookmarks *bookmarks, int fd)
{
	FILE *file = fdopen(fd, "w");
	bool done;

	if (!file) {
		close(fd);
		return false;
	}
	for (size_t i = 0; i < bookmarks->list.count; i++) {
		const struct bookmark *bookmark = bookmarks_get(bookmarks, i);

		fprintf(file, "#%" PRId64 "%s%s\n", bookmark->change, bookmark->note[0] ? " " : "", bookmark->note);
	}
	done = !fflush(file) && !fsync(fd) && !ferror(file);
	return !fclose(file) && done;
}

/* Writes a new file and renames it to the old one, so that the file is always complete. */
static int bookmarks_save(const struct bookmarks *bookmarks, struct error *err)
{
	struct strbuf fresh = STRBUF_INIT, name = STRBUF_INIT;
	int fd, failed = 0;

	clean_for_display(&name, bookmarks->path.text, bookmarks->path.len);
	strbuf_addf(&fresh, "%s.%ld", bookmarks->path.text, (long)getpid());
	unlink(fresh.text); /* left by an earlier process with the same number, which was killed */
	fd = open(fresh.text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0 || !bookmarks_print(bookmarks, fd) || rename(fresh.text, bookmarks->path.text)) {
		failed = bookmarks_error(name.text, err);
		if (fd >= 0)
			unlink(fresh.text);
	}
	strbuf_release(&fresh);
	strbuf_release(&name);
	return failed;
}

int bookmarks_add(struct bookmarks *bookmarks, int64_t change, const char *note, struct error *err)
{
	struct strbuf clean = STRBUF_INIT;
	int failed = clean_text(&clean, note, strlen(note), CLEAN_ONE_LINE, err);
	size_t at;

	if (failed) {
		strbuf_release(&clean);
		return failed;
	}
	at = bookmarks_insert(bookmarks, change, strbuf_detach(&clean));
	failed = bookmarks_save(bookmarks, err);
	if (failed) {
		free(bookmarks_get(bookmarks, at)->note);
		vec_remove(&bookmarks->list, at);
	}
	return failed;
}

int bookmarks_remove(struct bookmarks *bookmarks, size_t at, struct error *err)
{
	struct bookmark gone = *bookmarks_get(bookmarks, at);
	int failed;

	vec_remove(&bookmarks->list, at);
	failed = bookmarks_save(bookmarks, err);
	if (failed)
		bookmarks_insert(bookmarks, gone.change, gone.note);
	else
		free(gone.note);
	return failed;
}
