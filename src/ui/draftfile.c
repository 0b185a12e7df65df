#include "ui/draftfile.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/clean.h"

#define DRAFTFILE_BYTES_MOST 16384

/* Where the draft of the board is: a name made of the board's device and inode, which stay when it is renamed. */
static bool draftfile_path(const char *board, bool make, struct strbuf *path)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	struct stat file;

	if (stat(board, &file))
		return false;
	if (state && state[0] == '/')
		strbuf_addstr(path, state);
	else if (home && home[0] == '/')
		strbuf_addf(path, "%s/.local/state", home);
	else
		return false;
	strbuf_addstr(path, "/evstorm");
	for (size_t i = 1; make && i <= path->len; i++)
		if (i == path->len || path->text[i] == '/') {
			char end = path->text[i];

			path->text[i] = '\0';
			mkdir(path->text, 0700); /* if this fails, so does what follows */
			path->text[i] = end;
		}
	strbuf_addf(path, "/draft-%ju-%ju", (uintmax_t)file.st_dev, (uintmax_t)file.st_ino);
	return true;
}

void draftfile_keep(const char *path, const struct draftfile *draft)
{
	struct strbuf name = STRBUF_INIT;
	FILE *file = draftfile_path(path, true, &name) ? fopen(name.text, "w") : NULL;

	if (file) {
		fprintf(file, "%" PRId32 " %" PRId32 " %d %" PRId64 "\n", draft->place.column,
			draft->place.row, (int)draft->kind, draft->sticky);
		fputs(draft->text.text, file);
		fclose(file);
	}
	strbuf_release(&name);
}

static bool draftfile_read(FILE *file, struct draftfile *draft)
{
	char bytes[DRAFTFILE_BYTES_MOST];
	int kind;
	size_t len;

	if (fscanf(file, "%" SCNd32 " %" SCNd32 " %d %" SCNd64, &draft->place.column,
		    &draft->place.row, &kind, &draft->sticky) != 4 || fgetc(file) != '\n')
		return false;
	if (draft->place.column < 1 || draft->place.column > PLACE_MOST || draft->place.row < 1 ||
		draft->place.row > PLACE_MOST || kind < 0 || kind >= KIND_COUNT)
		return false;
	draft->kind = (enum kind)kind;
	len = fread(bytes, 1, sizeof(bytes), file);
	return !clean_text(&draft->text, bytes, len, CLEAN_MANY_LINES, NULL) && draft->text.len;
}

bool draftfile_take(const char *path, struct draftfile *draft)
{
	struct strbuf name = STRBUF_INIT;
	FILE *file = draftfile_path(path, false, &name) ? fopen(name.text, "r") : NULL;
	bool found = false;

	strbuf_init(&draft->text);
	if (file) {
		found = draftfile_read(file, draft);
		fclose(file);
		unlink(name.text);
	}
	strbuf_release(&name);
	return found;
}
