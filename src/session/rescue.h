/*
 * rescue: saves a board whose file may be lost to a new file.
 *
 * It tries the most complete source first: the file where it is now, then the open descriptor, then the board in
 * memory with the actions since it was opened.
 */
#ifndef SESSION_RESCUE_H
#define SESSION_RESCUE_H

#include "session/recent.h"
#include "store/store.h"

struct rescue {
	struct store *store;             /* the open store of `board` */
	const struct whereabouts *where; /* what happened to its file */
	const char *path;                /* where the file was */
	const struct board *board;       /* the board in memory */
	const struct recent *recent;     /* its latest actions */
};

/* Writes the new board file FILE, which does not exist after a failure. If only the latest history could be saved,
 * NOTE gets a sentence about that, and *END the number of the last action in FILE; otherwise *END is 0. */
int rescue_write(const struct rescue *rescue, const char *file, struct strbuf *note, int64_t *end, struct error *err);

/* The same under a name that it chooses and appends to FILE, which is empty: next to the board or, if that fails, in
 * the user's state folder. If somebody else who had the board open has rescued it already, uses their file. */
int rescue_keep(const struct rescue *rescue, struct strbuf *file, struct error *err);

/* Appends to FILE, which is empty, the latest file rescued from the board PATH; false if there is none. */
bool rescue_latest(const char *path, struct strbuf *file);

#endif
