/*
 * recent: the actions applied to a board in memory since it was loaded, oldest first.
 *
 * The file has them too. They are kept in case the file is overwritten: then the board and its latest history exist
 * only in memory.
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
	size_t changes;     /* how many changes they have */
	int64_t since_ms;   /* the time of the board before them, */
	int64_t before;     /* and the number of its last action; 0: none */
};

/* For a board that was just loaded, with the actions up to BEFORE. */
void recent_init(struct recent *recent, int64_t before);
void recent_release(struct recent *recent);

/* Adds ACTION, which is in the log. */
void recent_note(struct recent *recent, const struct action *action);

/* Adds MORE to their numbers in the log. */
void recent_renumber(struct recent *recent, int64_t more);

/* Makes *START, the board before these actions, from BOARD, the board after them. Free it with board_free(). */
int recent_start(const struct recent *recent, const struct board *board, struct board **start, struct error *err);

#endif
