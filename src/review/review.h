/*
 * review: a workshop looked at again, at any moment of it: where it stands and what is seen of it. Its shell takes
 * keys and draws it, before review_open() what there is of it; it knows no terminal.
 *
 * The board file is only read; what is appended to it meanwhile is not seen.
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

/* Writes the board as it was at moment AT of REPLAY into a new board file that WORD names, whose
 * path is appended to PATH. */
typedef int review_write(
	void *context, struct replay *replay, size_t at, const char *word, struct strbuf *path, struct error *err);

/* Somebody whose actions can be picked out. */
struct review_person {
	int64_t id;
	char *name; /* owned */
};

struct review;

struct review {
	struct shell shell;
	struct replay *replay;    /* NULL before review_open() */
	struct board *glance;     /* the board as it is, until then, or NULL */
	const char *path;         /* of the board file */
	struct whereabouts where; /* what has become of it meanwhile */
	struct strbuf file;       /* its name, clean */
	review_write *write;      /* or NULL: it cannot be written elsewhere */
	void *write_context;

	struct action action;   /* the one done last; without changes at the beginning */
	struct touched touched; /* what it touched */

	struct playback axis;  /* all actions: the time bar's */
	struct playback clock; /* those that pass the filter: they are played */
	struct playhead head;  /* on the clock */
	struct filter filter;
	struct timebar bar; /* positions are ms of the axis */
	struct bookmarks bookmarks;
	bool marks_failed; /* their file is there and cannot be understood: it is let alone */
	struct comparison comparison;

	struct boardview canvas; /* its search is that for texts in time */
	struct mapview map;
	struct minimap minimap;
	bool shows_map, shows_minimap;
	bool follows;      /* the view goes where the action is */
	bool dragging;     /* the mouse was pressed on the time bar */
	struct vec people; /* of struct review_person */

	struct strbuf compared; /* what is different from what is compared with, as drawn last */
};

/* For the board file PATH, which outlives the review. */
void review_init(struct review *review, const char *path);
void review_release(struct review *review);

/* Loads the board as it is, so that it can be drawn while a log that is so long that it takes a
 * moment is read; does nothing otherwise. */
int review_glance(struct review *review, struct error *err);

/* Reads the log. Everything below needs that. The review stands at the end. */
int review_open(struct review *review, struct error *err);

/* Looks what has become of the file, which only matters once the log has been read. */
void review_look_after(struct review *review);

const struct board *review_board(const struct review *review);
const struct sticky *review_sticky(const struct review *review);

/* Goes to a moment, 0 to replay_count(). */
void review_seek(struct review *review, size_t at);

/* Goes to the position AT_MS of the axis. */
void review_seek_axis(struct review *review, int64_t at_ms);

/* Plays, from the beginning when it stands at the end, or stops. */
void review_play(struct review *review);

/* WALL_MS of the viewer's time pass. How much is to pass until there is something new to be
 * seen; -1: for ever. */
void review_pass(struct review *review, int64_t wall_ms);
int64_t review_due_ms(const struct review *review);

/* The filter has changed. */
void review_sift(struct review *review);

/* The bookmarks, or what is compared with, have changed. */
void review_mark(struct review *review);

/* Goes on to the next moment where the text searched for appeared, or back. */
void review_search(struct review *review, bool forward);

/* Looks at what the action touched; goes on doing so or no longer. */
void review_follow(struct review *review);
void review_stay(struct review *review);

/* The review that SHELL shows. */
struct review *review_of(const struct shell *shell);

#endif
