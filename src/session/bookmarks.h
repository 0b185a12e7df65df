/*
 * bookmarks: moments of a log that somebody wants to find again, each with a note, in a file
 * beside the board: NAME.marks beside NAME.evs. A bookmark is a line of it:
 *
 *	#120 Here they found out that nobody pays
 *
 * The board itself is never touched.
 */
#ifndef SESSION_BOOKMARKS_H
#define SESSION_BOOKMARKS_H

#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

struct bookmark {
	int64_t change; /* the moment: when this change had been made; 0: before everything */
	char *note;     /* clean, one line, may be empty; owned */
};

struct bookmarks {
	struct strbuf path; /* of the file */
	struct vec list;    /* of struct bookmark, by change */
};

void bookmarks_init(struct bookmarks *bookmarks);
void bookmarks_release(struct bookmarks *bookmarks);

/* Reads those of the board file BOARD; no file is as good as an empty one. A line that is no
 * bookmark is refused with its number. */
int bookmarks_load(struct bookmarks *bookmarks, const char *board, struct error *err);

/* Adds one, or takes number AT away, and writes the file anew, all or nothing. After a failure
 * everything is as it was. */
int bookmarks_add(struct bookmarks *bookmarks, int64_t change, const char *note, struct error *err);
int bookmarks_remove(struct bookmarks *bookmarks, size_t at, struct error *err);

const struct bookmark *bookmarks_get(const struct bookmarks *bookmarks, size_t at);

#endif
