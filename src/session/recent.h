/*
 * recent: the actions applied to a board in memory since it was loaded, oldest first.
 *
 * The file has them too. They are kept in case the file is overwritten: then only the memory has the board, and only
 * they its latest history.
 */
#ifndef SESSION_RECENT_H
#define SESSION_RECENT_H

#include "base/error.h"
#include "model/board.h"
#include "model/action.h"

/* The most changes kept; beyond that, the oldest actions are dropped. */
#ifndef RECENT_CHANGES_MOST
#define RECENT_CHANGES_MOST 200000
#endif

struct recent {
	struct vec actions; /* of struct action: copies, with their numbers in the log */
	size_t changes;     /* how many they hold */
	int64_t since_ms;   /* when the board was as it was before them, */
	int64_t before;     /* and the number of the action that was the last then; 0: there was none */
};

/* For a board that was loaded now and holds the actions up to BEFORE. */
void recent_init(struct recent *recent, int64_t before);
void recent_release(struct recent *recent);

/* Adds ACTION, which is in the log. */
void recent_note(struct recent *recent, const struct action *action);

/* Their numbers in the log have become greater by MORE. */
void recent_renumber(struct recent *recent, int64_t more);

/* The board as it was before all of them; BOARD is how it is after them. To be freed with board_free(). */
int recent_start(const struct recent *recent, const struct board *board, struct board **start, struct error *err);

#endif
