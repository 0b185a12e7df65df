/*
 * sketch: a drawing as other programs keep it: shapes with a place, a size, a colour and a text, arrows between them,
 * and frames around them. Boards are written as sketches, and sketches of any origin are read into boards; each file
 * format only translates between its bytes and this.
 *
 * Lengths are in pixels of the drawing, x to the right and y downwards, from any origin; each is finite and at most
 * SKETCH_FAR. Texts are UTF-8, not cleaned.
 *
 * What evstorm has drawn says which item of the board it is, and carries the fields of the item as tags, so that it
 * comes back as it was.
 */
#ifndef SKETCH_SKETCH_H
#define SKETCH_SKETCH_H

#include <stdbool.h>

#include "base/names.h"
#include "base/strbuf.h"
#include "base/vec.h"

/* From the left side of a column to that of the next, and from the upper side of a row of usual height, in what evstorm
 * draws. */
#define SKETCH_ACROSS 168
#define SKETCH_DOWN 112

/* The furthest that anything is from the origin, and the largest that it is. */
#define SKETCH_FAR 1e9

/* A document larger than this, in MiB, is not read; nor is one that is larger when unpacked. */
#define SKETCH_MIB_MOST 64

/* The most shapes and arrows. */
#define SKETCH_PARTS_MOST 1000000

enum sketch_form {
	SKETCH_NOTE,  /* a box with a text */
	SKETCH_FRAME, /* a box around others; its text is a title */
	SKETCH_WORDS, /* a text without a box */
	SKETCH_PERSON /* a figure of a person */
};

struct sketch_tag {
	char *name;
	char *value;
};

/* What the shapes and arrows have in common. */
struct sketch_part {
	char *id;        /* unique among the shapes, or among the arrows; or NULL */
	char *text;      /* or NULL */
	char *item;      /* the name of the entity that it stands for (model/field.h), if evstorm drew it; or NULL */
	struct vec tags; /* of struct sketch_tag, by name */
};

struct sketch_shape {
	struct sketch_part part; /* the first member */
	enum sketch_form form;
	char *frame; /* the id of the frame that it is in, or NULL */
	double x, y, width, height;
	char *fill;   /* its colour, "#rrggbb" or a word; NULL: none, or that of the background */
	unsigned ink; /* written: the colours of border and text, */
	unsigned pen;
	bool heavy; /* and whether the border is a heavy one */
};

struct sketch_point {
	double x, y;
};

enum sketch_line { SKETCH_SOLID, SKETCH_DASHED, SKETCH_DOTTED };

struct sketch_arrow {
	struct sketch_part part; /* the first member */
	char *source, *target;   /* the ids of shapes, or NULL */
	enum sketch_line line;
	bool loose[2];               /* read: the ends that are at a point, not bound to a shape: source, target, */
	struct sketch_point ends[2]; /* those points */
	struct vec way;    /* written: of struct sketch_point, from the border of the source to that of the target */
	double text_along; /* and where on the way the text is, from 0 to 1 */
};

struct sketch {
	struct vec shapes;   /* of struct sketch_shape */
	struct vec arrows;   /* of struct sketch_arrow */
	struct vec left_out; /* of char *: what of the drawing is in neither, clean */
	char *title;         /* of the drawing, or NULL */
	struct vec pages;    /* of char *: the names of all pages of the document, clean */
	size_t page;         /* the index of the one that this is, if there are several */
};

void sketch_init(struct sketch *sketch);
void sketch_release(struct sketch *sketch);

/* Append a shape, and an arrow, and return it; valid until the next. */
struct sketch_shape *sketch_add_shape(struct sketch *sketch, enum sketch_form form);
struct sketch_arrow *sketch_add_arrow(struct sketch *sketch);

/* Leaves out of the way of ARROW the points at which it does not turn. */
void sketch_straighten(struct sketch_arrow *arrow);

/* Where on its way, which is not empty, the text of ARROW is. */
struct sketch_point sketch_text_at(const struct sketch_arrow *arrow);

/* Removes the tags and texts of PART. */
void sketch_part_release(struct sketch_part *part);

/* Adds a tag; a value of NULL is left out. */
void sketch_tag(struct sketch_part *part, const char *name, const char *value);

/* The value of tag NAME, or NULL. */
const char *sketch_tagged(const struct sketch_part *part, const char *name);

/* Notes that something was left out: WHAT, a kind of thing, or if TEXT has any letters the begin of TEXT. */
void sketch_leave_out(struct sketch *sketch, const char *what, const char *text);

/* Replaces *OUT by TEXT as it is shown in messages: clean, on one line, and its begin only if it is long. */
void sketch_show(struct strbuf *out, const char *text);

/* Frees *TEXT and sets it to a copy of VALUE, which may be NULL. */
void sketch_set(char **text, const char *value);

/* Reads a length: false unless TEXT is a finite number within SKETCH_FAR. Units behind the number are ignored. */
bool sketch_length(const char *text, double *length);

/* Is LENGTH one? */
bool sketch_is_length(double length);

#endif
