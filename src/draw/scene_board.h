/*
 * scene_board: the part of a board that a view shows, as a scene. Only the visible part of the board is read.
 *
 *	            ┊ Ordering       ┊                ┊ Payment      the phases' row
 *	 Happy path [sticky]  ─▶     [sticky]         [sticky]
 *	 lanes' column
 */
#ifndef DRAW_SCENE_BOARD_H
#define DRAW_SCENE_BOARD_H

#include "base/map.h"
#include "draw/landing.h"
#include "draw/scene.h"
#include "draw/search.h"
#include "layout/viewport.h"
#include "model/veil.h"

/* A sticky that is being typed. */
struct draft {
	struct place place;
	enum kind kind;
	const char *text; /* clean, as typed so far */
	size_t caret;     /* byte of the text */
};

/* Which part of a board is shown, and what is drawn over it. */
struct view {
	struct viewport viewport;      /* its size is that of the grid alone (scene_board_left()) */
	struct place cursor;           /* column 0: not shown */
	struct place_rect selection;   /* empty: no selection */
	const struct vec *marks;       /* of int64_t: stickies marked individually; or NULL */
	struct place_rect source;      /* where the link being drawn begins; empty: none */
	const struct draft *draft;     /* or NULL */
	const struct landing *landing; /* where dragged stickies land; or NULL */
	const struct search *search;   /* the search whose hits are marked, or NULL */
	int64_t only;                  /* the context in focus, with all else dimmed; 0: none */
	const struct map *proposed;    /* proposed boundaries (scene_context.h), or NULL */
	unsigned hidden;               /* kinds not shown, bits 1 << enum kind */
	const char *const *names;      /* of the kinds, by enum kind, shown on stickies; NULL: letters only */
	struct veil veil;              /* what is still hidden */
	bool outlined;                 /* stickies have borders, since they have no colour of their own */
};

static inline bool place_rect_holds(struct place_rect rect, struct place place)
{
	return place.column >= rect.first.column && place.column <= rect.last.column && place.row >= rect.first.row &&
	       place.row <= rect.last.row;
}

/* Where the grid begins in a scene of BOARD: cells at the left for the lanes, rows on top for the phases. */
int scene_board_left(const struct board *board);
#define SCENE_BOARD_TOP 1

/* Empties SCENE and fills it with what VIEW shows of BOARD, in an area of the viewport's size plus these. */
void scene_board(struct scene *scene, const struct board *board, const struct view *view);

#endif
