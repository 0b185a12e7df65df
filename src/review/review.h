/*
 * review: a workshop replayed, at any moment: the current moment and what is shown of it. Its shell handles keys and
 * draws it, before review_open() as far as possible; it knows no terminal.
 *
 * The board file is only read; what is appended meanwhile is not shown.
 */
#ifndef REVIEW_REVIEW_H
#define REVIEW_REVIEW_H

#include "draw/boardview.h"
#include "draw/cellbuf.h"
#include "draw/mapview.h"
#include "draw/minimap.h"
#include "draw/timebar.h"
#include "review/comparison.h"
#include "session/touched.h"
#include "session/bookmarks.h"
#include "session/filter.h"
#include "session/playback.h"
#include "session/replay.h"
#include "shell/shell.h"

/* Writes the board as it was at moment AT of REPLAY into a new board file that WORD names, and appends the path of
 * that to PATH. */
typedef int review_write(
	void *context, struct replay *replay, size_t at, const char *word, struct strbuf *path, struct error *err);

/* A person whose actions can be filtered. */
struct review_person {
	int64_t id;
	char *name; /* owned */
};

struct review;

struct review {
	struct shell shell;
	struct replay *replay;    /* NULL before review_open() */
	struct board *glance;     /* until then the current board, or NULL */
	const char *path;         /* of the board file */
	struct whereabouts where; /* where it is by now */
	struct strbuf file;       /* its name, clean */
	review_write *write;      /* NULL: moments cannot be saved */
	void *write_context;

	struct action action;   /* the last one done; without changes at the beginning */
	struct touched touched; /* what it touched */

	struct playback axis;  /* all actions: the time bar's */
	struct playback clock; /* the actions that pass the filter, which are played */
	struct playhead head;  /* on the clock */
	struct filter filter;
	struct timebar bar; /* positions are ms of the axis */
	struct bookmarks bookmarks;
	bool marks_failed; /* their file exists but cannot be read: it is left alone */
	struct comparison comparison;

	struct boardview canvas; /* its search finds when texts appeared */
	struct mapview map;
	struct minimap minimap;
	bool shows_map, shows_minimap;
	bool follows;      /* the view follows the action */
	bool dragging;     /* the mouse was pressed on the time bar */
	struct vec people; /* of struct review_person */

	struct strbuf compared; /* the differences in words, as last drawn */
};

/* Prepares a review of the board file PATH; PATH must outlive it. */
void review_init(struct review *review, const char *path);
void review_release(struct review *review);

/* If the log is so long that reading it takes a moment, loads the current board, to be drawn meanwhile. */
int review_glance(struct review *review, struct error *err);

/* Reads the log, which everything below needs. The review then is at the end. */
int review_open(struct review *review, struct error *err);

/* Checks where the file is, which matters only once the log has been read. */
void review_check_file(struct review *review);

const struct board *review_board(const struct review *review);
const struct sticky *review_sticky(const struct review *review);

/* Goes to a moment, 0 to replay_count(). */
void review_seek(struct review *review, size_t at);

/* Goes to the position AT_MS of the axis. */
void review_seek_axis(struct review *review, int64_t at_ms);

/* Plays, from the beginning if it is at the end, or stops. */
void review_play(struct review *review);

/* Lets WALL_MS of the viewer's time pass. How much must pass until there is something new to show, in ms; -1:
 * never. */
void review_pass(struct review *review, int64_t wall_ms);
int64_t review_due_ms(const struct review *review);

/* Call after the filter has changed. */
void review_filter_changed(struct review *review);

/* Call after the bookmarks or the comparison have changed. */
void review_marks_changed(struct review *review);

/* Goes to the next, or previous, moment where the text searched for appeared. */
void review_search(struct review *review, bool forward);

/* Makes the view follow the action from now on; makes it stay. */
void review_follow(struct review *review);
void review_stay(struct review *review);

/* The review that SHELL shows. */
struct review *review_of(const struct shell *shell);

#endif
