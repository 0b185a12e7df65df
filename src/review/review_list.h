/*
 * review_list: the modes of a review and what their keys run, each in the file named beside it.
 */
#ifndef REVIEW_REVIEW_LIST_H
#define REVIEW_REVIEW_LIST_H

#include "review/review.h"

extern const struct mode review_mode;                               /* the ground: review_keys.c */
extern const struct mode review_filter_mode, review_bookmarks_mode; /* review_panel.c */
extern const struct mode review_details_mode;                       /* review_details.c */

/* All of these; ended by NULL. */
extern const struct mode *const review_modes[];

/* A review without its shell: review.c */
void review_prepare(struct review *review, const char *path);

/* Asks for a text to search for, the note of a bookmark, the name of a new board file: review_question.c */
void review_ask_search(struct shell *shell, int argument);
void review_ask_note(struct shell *shell, int argument);
void review_ask_name(struct shell *shell, int argument);

/* Opens a panel. */
void review_show_filter(struct shell *shell, int argument); /* review_panel.c */
void review_show_bookmarks(struct shell *shell, int argument);
void review_show_details(struct shell *shell, int argument); /* review_details.c */

/* Draws all but the lowest line. */
void review_draw(struct shell *shell, struct cellbuf *buf); /* review_draw.c */

/* Appends what the filter lets through: "ana · event". */
void review_say_filter(const struct review *review, struct strbuf *out); /* review_panel.c */

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
