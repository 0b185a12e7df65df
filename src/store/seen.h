/*
 * seen: how far the log of a file has been read, and the state of the file at that time.
 */
#ifndef STORE_SEEN_H
#define STORE_SEEN_H

#include "store/sqlite.h"

/* The highest number of an action or a change: more than there will ever be, and far from overflow. */
#define SEEN_NUMBER_MOST ITEM_ID_MOST

/* Makes the mark of action ID, or {0} if the log has no such action. */
int seen_mark(struct store *sqlite, int64_t id, struct mark *mark, struct error *err);

/* Records the end of the log in SQLITE; call it with a lock. Fails if its numbers are out of range. */
int seen_note_end(struct store *sqlite, struct error *err);

/* Records that SQLite's cache has the file as it is now. */
void seen_note_pages(struct store *sqlite);

/* Records that the log has been read to its end; call it with a lock. seen_is_caught(), without a lock: does page 1
 * show that nothing has been committed since? A commit just under way rings the doorbell afterwards. */
void seen_note_caught(struct store *sqlite);
bool seen_is_caught(const struct store *sqlite);

/* Records the state of the file, whose log is known to be the one that was read. */
void seen_note_file(struct store *sqlite);

/* 1: the log is the one that was read; 0: it is another; negative: it could not be read. */
int seen_compare(struct store *sqlite, struct error *err);

/* Does the log of SQLITE contain the end of that of OTHER? 1: yes, 0: no, negative: error. */
int seen_holds(struct store *sqlite, struct store *other, struct error *err);

#endif
