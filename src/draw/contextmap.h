/*
 * contextmap: the contexts of a board and their relations, with their places on a map in cells.
 *
 * It points into the board and is good until the board changes.
 */
#ifndef DRAW_CONTEXTMAP_H
#define DRAW_CONTEXTMAP_H

#include "layout/mapplace.h"
#include "layout/maproute.h"
#include "model/board.h"

/* How much of names and labels is written: from the least to everything that is sensible. In the smallest a
 * number stands for a label and the patterns: "s3", "a12". */
#define CONTEXTMAP_SIZES 6

struct contextmap_form {
	int columns; /* of the grid, but for contexts that are kept beyond */
	int size;    /* from 0 to CONTEXTMAP_SIZES - 1 */
};

struct contextmap {
	const struct board *board;
	struct vec contexts;     /* of const struct context *, by id */
	struct vec relations;    /* of const struct relation *, by id */
	struct mapplace *places; /* in the grid, of each context */
	int placed;              /* for how many columns they are those, or 0 */
	bool anew;               /* they are to be as if no context were kept anywhere */
	size_t *aggregates;      /* how many, of each context */
	char **labels; /* of each relation, as it is written on its line: "async Order placed"; cut so that they */
	char **names;  /* differ, as are the names of the contexts */
	struct maproute route; /* in cells: the contexts as its boxes, the relations as its lines */
	struct contextmap_form form;
};

/* An empty map of BOARD; contextmap_fit() or contextmap_make() fill it. */
void contextmap_init(struct contextmap *map, const struct board *board);
void contextmap_release(struct contextmap *map);

/* Lays it out in FORM. */
void contextmap_make(struct contextmap *map, struct contextmap_form form);

/* The form for a map that need not fit anywhere. */
struct contextmap_form contextmap_form(const struct contextmap *map);

/* Lays it out in the form that shows most of what needs at most WIDTH x HEIGHT cells; false when there is none,
 * and the map is in some form that does not fit, or in none yet. */
bool contextmap_fit(struct contextmap *map, int width, int height);

/* Lays it out where all see it, whatever their screen: in the largest size that needs at most WIDTH x HEIGHT cells;
 * false when there is none, and it is in one that can be read. */
bool contextmap_fit_size(struct contextmap *map, int width, int height);

/* The index of context ID; SIZE_MAX when it is not there. */
size_t contextmap_index(const struct contextmap *map, int64_t id);

const struct context *contextmap_context(const struct contextmap *map, size_t at);
const struct relation *contextmap_relation(const struct contextmap *map, size_t at);

/* Do numbers stand for the labels? */
bool contextmap_is_numbered(const struct contextmap *map);

/* Appends "a12", for relation AT. */
void contextmap_number(const struct contextmap *map, size_t at, struct strbuf *out);

/* Appends "Ordering calls Payment (sync): Request payment [anticorruption-layer / open-host]". */
void contextmap_sentence(const struct board *board, const struct relation *relation, struct strbuf *out);

/* Appends "3 aggregates", those of the context AT. */
void contextmap_say_count(const struct contextmap *map, size_t at, struct strbuf *out);

/* "OHS" for open-host and so on; "" for NULL. */
const char *contextmap_pattern(const char *pattern);

/* The first sticky of a context in time, or NULL. */
const struct sticky *contextmap_first(const struct board *board, int64_t context);

#endif
