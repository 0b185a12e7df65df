#include "canvas/draftfile.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/smallfile.h"
#include "base/statefolder.h"
#include "text/clean.h"

/* Written for the kind of a command line. */
#define DRAFTFILE_COMMAND (-1)

/* More than any typed text with its place takes. */
#define DRAFTFILE_BYTES_MOST 16384

/* A number for NAME, by FNV-1a, because guests over SSH are all the same user of the machine. */
static uint64_t draftfile_number(const char *name)
{
	uint64_t number = 14695981039346656037u;

	for (; *name; name++)
		number = (number ^ (unsigned char)*name) * 1099511628211u;
	return number;
}

/* Appends the path of the board's draft, whose name is made of the person and the board's device, inode and birth.
 * These stay when the board is renamed, and differ for a later file in its place. */
static bool draftfile_path(const char *board, const char *name, bool make, struct strbuf *path)
{
	struct statx file;

	if (statx(AT_FDCWD, board, 0, STATX_INO | STATX_BTIME, &file) || !statefolder_path(make, path))
		return false;
	strbuf_addf(path, "/draft-%" PRIu32 "-%" PRIu32 "-%" PRIu64 "-%" PRId64 "-%016" PRIx64,
		(uint32_t)file.stx_dev_major, (uint32_t)file.stx_dev_minor, (uint64_t)file.stx_ino,
		file.stx_mask & STATX_BTIME ? (int64_t)file.stx_btime.tv_sec : 0, draftfile_number(name));
	return true;
}

/* Is it the state that everybody starts with? */
static bool draftfile_is_nothing(const struct draftfile *draft)
{
	return !draft->text.len && draft->zoom == ZOOM_READING && draft->cursor.column == 1 && draft->cursor.row == 1 &&
	       draft->first.column == 1 && draft->first.row == 1;
}

void draftfile_keep(const char *path, const char *person, const struct draftfile *draft)
{
	struct strbuf name = STRBUF_INIT;
	int fd = !draftfile_is_nothing(draft) && draftfile_path(path, person, true, &name)
			 ? open(name.text, O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK | O_CLOEXEC, 0600)
			 : -1;
	FILE *file = fd < 0 ? NULL : fdopen(fd, "w");

	if (file) {
		fprintf(file, "%" PRId32 " %" PRId32 " %d %" PRId32 " %" PRId32 "\n", draft->cursor.column,
			draft->cursor.row, (int)draft->zoom, draft->first.column, draft->first.row);
		fprintf(file, "%" PRId32 " %" PRId32 " %d %" PRId64 "\n", draft->place.column, draft->place.row,
			draft->command ? DRAFTFILE_COMMAND : (int)draft->kind, draft->sticky);
		fputs(draft->text.text, file);
		fclose(file);
	}
	strbuf_release(&name);
}

static bool draftfile_is_place(struct place place)
{
	return place.column >= 1 && place.column <= PLACE_MOST && place.row >= 1 && place.row <= PLACE_MOST;
}

/* Reads what draftfile_keep() writes. */
static bool draftfile_read(const struct strbuf *kept, struct draftfile *draft)
{
	int kind, zoom, used = 0;

	if (sscanf(kept->text,
		    "%" SCNd32 " %" SCNd32 " %d %" SCNd32 " %" SCNd32 "\n%" SCNd32 " %" SCNd32 " %d %" SCNd64 "%n",
		    &draft->cursor.column, &draft->cursor.row, &zoom, &draft->first.column, &draft->first.row,
		    &draft->place.column, &draft->place.row, &kind, &draft->sticky, &used) != 9 ||
		kept->text[used] != '\n')
		return false;
	if (!draftfile_is_place(draft->cursor) || !draftfile_is_place(draft->first) ||
		!draftfile_is_place(draft->place) || kind < DRAFTFILE_COMMAND || kind >= KIND_COUNT || zoom < 0 ||
		zoom >= ZOOM_COUNT)
		return false;
	draft->command = kind == DRAFTFILE_COMMAND;
	draft->kind = draft->command ? KIND_EVENT : (enum kind)kind;
	draft->zoom = (enum zoom)zoom;
	used++;
	return !clean_text(&draft->text, kept->text + used, kept->len - (size_t)used, CLEAN_MANY_LINES, NULL);
}

/* Reads what is kept for PERSON, and appends the path of its file to FILE; release DRAFT's text. */
static bool draftfile_find(const char *path, const char *person, struct draftfile *draft, struct strbuf *file)
{
	struct strbuf kept = STRBUF_INIT;
	bool found;

	strbuf_init(&draft->text);
	found = draftfile_path(path, person, false, file) &&
		smallfile_read(file->text, DRAFTFILE_BYTES_MOST, &kept, NULL) > 0 && draftfile_read(&kept, draft);
	strbuf_release(&kept);
	return found;
}

bool draftfile_take(const char *path, const char *person, struct draftfile *draft)
{
	struct strbuf file = STRBUF_INIT;
	bool found = draftfile_find(path, person, draft, &file);

	if (file.len)
		unlink(file.text); /* even if it cannot be read */
	strbuf_release(&file);
	return found;
}

bool draftfile_look(const char *path, const char *person, struct strbuf *text, struct strbuf *file)
{
	struct draftfile draft;
	bool found = draftfile_find(path, person, &draft, file) && draft.text.len;

	if (found)
		strbuf_add(text, draft.text.text, draft.text.len);
	strbuf_release(&draft.text);
	return found;
}
