/*
 * item: the things a board holds, as plain values.
 *
 * Every struct begins with its id: above 0, given once, never used again. A text is NULL when it is
 * empty. What a field means to the log, the tables and the files stands in field.h; members marked
 * "derived" follow from other items and are in no file.
 */
#ifndef MODEL_ITEM_H
#define MODEL_ITEM_H

#include <stdbool.h>
#include <stdint.h>

#include "model/kind.h"

/* A slot of the grid: columns are moments, rows are parallel strands, both counted from 1. */
struct place {
	int32_t column;
	int32_t row;
};

#define PLACE_MOST 999999999

/* A rectangle of slots, borders included; empty when last.column < first.column. */
struct place_rect {
	struct place first;
	struct place last;
};

enum role { ROLE_OBSERVER, ROLE_PARTICIPANT, ROLE_FACILITATOR, ROLE_COUNT };

/* How a context relates to another. */
enum relation_style { RELATION_SYNC, RELATION_ASYNC, RELATION_STYLE_COUNT };

/* The highest id that an item may have. */
#define ITEM_ID_MOST INT64_C(999999999999)

/* The board itself; its only item has the id BOARD_ITEM. */
#define BOARD_ITEM 1

struct board_facts {
	int64_t id;
	char *title;
	int64_t step;  /* where the workshop stands, 1 to 8 */
	int64_t since; /* when that step began, ms since 1970 UTC; 0 when nobody has said */
	int64_t timer; /* when the facilitator's timer runs out, ms since 1970 UTC; 0: it does not run */
};

struct person {
	int64_t id;
	char *name;
	int role; /* enum role */
};

struct sticky {
	int64_t id;
	int kind; /* enum kind */
	char *text;
	char *note; /* the longer text behind it */
	struct place place;
	int64_t context; /* the bounded context that it belongs to, or 0 */
	bool resolved;   /* of a hotspot: settled */
	bool pivotal;    /* of an event: one part of the story ends here */
	int64_t author;  /* the person who put it there, or 0 when unknown */
	int64_t step;    /* the step in which that was, or 0 */
	int64_t created; /* ms since 1970 UTC */
	int64_t updated; /* when its own fields last changed, ms since 1970 UTC */
	char *dismissed; /* the ids of checks that are to be silent about it, with spaces between */
	struct sticky *under;    /* derived: what else lies in the slot while an action moves both */
	struct link *first_out;  /* derived: links that start here */
	struct link *first_in;   /* derived: links that end here */
	struct vote *first_vote; /* derived: the votes on it */
};

/* An arrow from one sticky to another. */
struct link {
	int64_t id;
	int64_t source;
	int64_t target;
	struct link *next_out; /* derived: the next from the same source */
	struct link *next_in;  /* derived: the next to the same target */
};

struct vote {
	int64_t id;
	int64_t sticky;
	int64_t person;    /* 0 for votes counted elsewhere and brought in from a file */
	int64_t dots;      /* how many, at least 1 */
	struct vote *next; /* derived: the next on the same sticky */
};

/* A name along the timeline, beginning at a column. */
struct phase {
	int64_t id;
	int64_t column;
	char *name;
};

/* A name down the side, of a row. */
struct lane {
	int64_t id;
	int64_t row;
	char *name;
};

/* The last column and row of the context map. */
#define CONTEXT_MAP_MOST 99

/* A bounded context. */
struct context {
	int64_t id;
	char *name;
	int64_t colour; /* which of the theme's context colours, from 1 */
	int64_t map_column, map_row; /* its place on the context map, from 1; 0: wherever it fits */
};

/* SOURCE calls TARGET (sync), or sends to it (async). */
struct relation {
	int64_t id;
	int64_t source;
	int style; /* enum relation_style */
	int64_t target;
	char *label;
	char *source_pattern;
	char *target_pattern;
};

#endif
