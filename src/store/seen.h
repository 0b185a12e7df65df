/*
 * seen: how far the log of a file goes, and what was seen of the file last.
 */
#ifndef STORE_SEEN_H
#define STORE_SEEN_H

#include "store/sqlite.h"

/* The highest number of an action or a change: far more than there will be, and far from overflow. */
#define SEEN_NUMBER_MOST ITEM_ID_MOST

/* The mark of action ID of the log, or {0} when it holds none. */
int seen_mark(struct store *sqlite, int64_t id, struct mark *mark, struct error *err);

/* Notes in SQLITE how far the log goes; to be called with a lock. Refused: numbers out of range. */
int seen_note_end(struct store *sqlite, struct error *err);

/* Notes that SQLite knows the file as it is now. */
void seen_note_pages(struct store *sqlite);

/* Notes that the log has been read to its end; to be called with a lock. Then, without one: does the first page say
 * that nothing was committed since? Whoever is about to commit at that moment rings afterwards. */
void seen_note_caught(struct store *sqlite);
bool seen_is_caught(const struct store *sqlite);

/* Notes how the file looks, as its log is known to be the one read. */
void seen_note_file(struct store *sqlite);

/* 1: the log is the one that was read, 0: another, negative: it could not be read. */
int seen_compare(struct store *sqlite, struct error *err);

/* Is the end of OTHER's log in that of SQLITE? 1: yes, 0: no. */
int seen_holds(struct store *sqlite, struct store *other, struct error *err);

#endif
