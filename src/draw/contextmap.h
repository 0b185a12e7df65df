/*
 * contextmap: the contexts of a board and their relations, laid out as a map in cells.
 *
 * It points into the board and is valid until the board changes.
 */
#ifndef DRAW_CONTEXTMAP_H
#define DRAW_CONTEXTMAP_H

#include "layout/mapplace.h"
#include "layout/maproute.h"
#include "model/board.h"

/* How much of names and labels is shown, from little to all. In the smallest size a number stands for a label and the
 * patterns: "s3", "a12". */
#define CONTEXTMAP_SIZES 6

/* A size for pictures, which have room for all: nothing is cut. */
#define CONTEXTMAP_WHOLE CONTEXTMAP_SIZES

struct contextmap_form {
	int columns; /* of the grid, apart from contexts that are pinned beyond */
	int size;    /* from 0 to CONTEXTMAP_SIZES - 1; or CONTEXTMAP_WHOLE */
};

struct contextmap {
	const struct board *board;
	struct vec contexts;     /* of const struct context *, by id */
	struct vec relations;    /* of const struct relation *, by id */
	struct mapplace *places; /* in the grid, of each context */
	int placed;              /* the number of columns that `places` is for, or 0 */
	bool anew;               /* ignore the places where contexts are pinned */
	size_t *aggregates;      /* the number in each context */
	char **labels; /* of each relation, as it is written on its line: "async Order placed"; cut so that they */
	char **names;  /* differ, as are the names of the contexts */
	struct maproute route; /* in cells: boxes are the contexts, lines the relations */
	struct contextmap_form form;
};

/* An empty map of BOARD; contextmap_fit() or contextmap_make() fill it. */
void contextmap_init(struct contextmap *map, const struct board *board);
void contextmap_release(struct contextmap *map);

/* Lays MAP out in FORM. */
void contextmap_make(struct contextmap *map, struct contextmap_form form);

/* The form for a map of any size. */
struct contextmap_form contextmap_form(const struct contextmap *map);

/* Lays MAP out in the form that shows most within WIDTH x HEIGHT cells. False if none fits; the map is then in a form
 * that does not fit, or in none yet. */
bool contextmap_fit(struct contextmap *map, int width, int height);

/* Lays MAP out with the same places for everybody, whatever their screen, in the largest size within WIDTH x HEIGHT
 * cells. False if none fits; the map is then in a readable size. */
bool contextmap_fit_size(struct contextmap *map, int width, int height);

/* The index of context ID, or SIZE_MAX. */
size_t contextmap_index(const struct contextmap *map, int64_t id);

const struct context *contextmap_context(const struct contextmap *map, size_t at);
const struct relation *contextmap_relation(const struct contextmap *map, size_t at);

/* Are labels shown as numbers? */
bool contextmap_is_numbered(const struct contextmap *map);

/* Appends the number of relation AT, "a12". */
void contextmap_number(const struct contextmap *map, size_t at, struct strbuf *out);

/* Appends "Ordering calls Payment (sync): Request payment [anticorruption-layer / open-host]". */
void contextmap_sentence(const struct board *board, const struct relation *relation, struct strbuf *out);

/* Appends the number of aggregates in context AT, "3 aggregates". */
void contextmap_say_count(const struct contextmap *map, size_t at, struct strbuf *out);

/* "OHS" for open-host and so on; "" for NULL. */
const char *contextmap_pattern(const char *pattern);

/* The first sticky of CONTEXT in time, or NULL. */
const struct sticky *contextmap_first(const struct board *board, int64_t context);

#endif
