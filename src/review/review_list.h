/*
 * review_list: the modes of a review and what its keys are for, each in the file named beside it.
 */
#ifndef REVIEW_REVIEW_LIST_H
#define REVIEW_REVIEW_LIST_H

#include "review/review.h"

/* A key of the board or the map. */
struct review_key {
	const char *key;  /* as in key.h */
	void (*run)(struct review *review, int argument);
	int argument;
	const char *note; /* what it is for, to be translated; NULL: as the one before */
};

/* The keys, *COUNT rows. */
const struct review_key *review_keys(size_t *count); /* review_keys.c */

extern const struct review_mode review_board_mode;    /* review_keys.c */
extern const struct review_mode review_question_mode; /* review_question.c */
extern const struct review_mode review_sieve_mode, review_bookmarks_mode; /* review_panel.c */
extern const struct review_mode review_help_mode, review_details_mode;    /* review_help.c */

/* Asks for a text to search for, the note of a bookmark, the name of a new board file. */
void review_ask_search(struct review *review, int argument); /* review_question.c */
void review_ask_note(struct review *review, int argument);
void review_ask_name(struct review *review, int argument);

/* Opens a panel. */
void review_show_sieve(struct review *review, int argument); /* review_panel.c */
void review_show_bookmarks(struct review *review, int argument);
void review_show_help(struct review *review, int argument); /* review_help.c */
void review_show_details(struct review *review, int argument);

/* Appends what the filter lets through: "ana · event". */
void review_say_sieve(const struct review *review, struct strbuf *out); /* review_panel.c */

/* Fills the axis; then, whenever something of it has changed, the clock and the time bar. */
void review_chart_axis(struct review *review); /* review_chart.c */
void review_chart(struct review *review);

/* Where the step of the time bar begins that comes after MOMENT, or the one before it. */
bool review_chart_next_step(const struct review *review, size_t moment, size_t *at);
bool review_chart_previous_step(const struct review *review, size_t moment, size_t *at);

/* Where STEP begins for the next time after MOMENT, or for the first time. */
bool review_chart_step(const struct review *review, int step, size_t moment, size_t *at);

/* Rows of the screen: those of the time bar, and the first of all that is below the board. */
int review_bar_rows(const struct review *review); /* review_draw.c */
int review_bar_top(const struct review *review);
int review_board_rows(const struct review *review);

#endif
