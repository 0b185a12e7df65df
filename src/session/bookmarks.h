/*
 * bookmarks: moments of a log to find again, each with a note, in a file next to the board: NAME.marks
 * next to NAME.evs. Each line is a bookmark:
 *
 *	#120 Here they found out that nobody pays
 *
 * The board itself is not changed.
 */
#ifndef SESSION_BOOKMARKS_H
#define SESSION_BOOKMARKS_H

#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

struct bookmark {
	int64_t change; /* the moment after this change; 0: the beginning */
	char *note;     /* clean, one line, may be empty; owned */
};

struct bookmarks {
	struct strbuf path; /* of the file */
	struct vec list;    /* of struct bookmark, by change */
};

void bookmarks_init(struct bookmarks *bookmarks);
void bookmarks_release(struct bookmarks *bookmarks);

/* Reads the bookmarks of the board file BOARD; a missing file counts as empty. An invalid line is an error that gives
 * its number. */
int bookmarks_load(struct bookmarks *bookmarks, const char *board, struct error *err);

/* Adds a bookmark, or removes number AT, and rewrites the file. On failure nothing changes. */
int bookmarks_add(struct bookmarks *bookmarks, int64_t change, const char *note, struct error *err);
int bookmarks_remove(struct bookmarks *bookmarks, size_t at, struct error *err);

const struct bookmark *bookmarks_get(const struct bookmarks *bookmarks, size_t at);

#endif
