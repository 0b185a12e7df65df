/*
 * rescue: saves everything known about a board whose file may be lost into a new file.
 *
 * It tries the most complete source first: the file where it is now, then the open descriptor, then the board in
 * memory with the actions since it was opened.
 */
#ifndef SESSION_RESCUE_H
#define SESSION_RESCUE_H

#include "session/recent.h"
#include "store/store.h"

struct rescue {
	struct store *store;             /* open; what BOARD was made of */
	const struct whereabouts *where; /* what has become of its file */
	const char *path;                /* where that was */
	const struct board *board;       /* as it is */
	const struct recent *recent;     /* how it came to be so */
};

/* Makes the board file FILE, which is not there after a failure. NOTE gets a sentence when its history does not
 * begin with that of the board; *END is then the number of its last action, otherwise 0. */
int rescue_write(const struct rescue *rescue, const char *file, struct strbuf *note, int64_t *end, struct error *err);

/* The same under a name that is found for it, beside the board or else among the person's own files: into FILE,
 * which is empty. When there is such a file from another who had the board open, that is it. */
int rescue_keep(const struct rescue *rescue, struct strbuf *file, struct error *err);

/* What was kept so last of the board whose file was PATH, into FILE, which is empty; false when there is nothing. */
bool rescue_latest(const char *path, struct strbuf *file);

#endif
