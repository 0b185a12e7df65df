/*
 * review_list: the modes of a review and the functions of their keys, each in the file named beside it.
 */
#ifndef REVIEW_REVIEW_LIST_H
#define REVIEW_REVIEW_LIST_H

#include "review/review.h"

extern const struct mode review_mode;                               /* the ground: review_keys.c */
extern const struct mode review_filter_mode, review_bookmarks_mode; /* review_panel.c */
extern const struct mode review_details_mode;                       /* review_details.c */

/* All of these; NULL-terminated. */
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

/* Draws everything except the lowest line. */
void review_draw(struct shell *shell, struct cellbuf *buf); /* review_draw.c */

/* Appends what passes the filter: "ana · event". */
void review_say_filter(const struct review *review, struct strbuf *out); /* review_panel.c */

/* Fills the axis; fills the clock and the time bar, to be called after every change. */
void review_chart_axis(struct review *review); /* review_chart.c */
void review_chart(struct review *review);

/* Finds where the next step of the time bar after MOMENT begins, or the previous one; false if there is none. */
bool review_chart_next_step(const struct review *review, size_t moment, size_t *at);
bool review_chart_previous_step(const struct review *review, size_t moment, size_t *at);

/* Finds where STEP begins next after MOMENT, or else for the first time; false if it never does. */
bool review_chart_step(const struct review *review, int step, size_t moment, size_t *at);

/* Rows of the screen: how many the time bar has, the first one below the board, how many the board has. */
int review_bar_rows(const struct review *review); /* review_draw.c */
int review_bar_top(const struct review *review);
int review_board_rows(const struct review *review);

#endif
