/*
 * diagram: a board, or its context map, as boxes and arrows, for programs that lay them out themselves.
 *
 * The boxes of a board are its stickies from left to right, grouped by context or, without contexts, by phase. The
 * arrows are its links, and invisible ones that keep the order of time: a sticky without a link to one further left
 * gets one from the column before.
 *
 * It points into the board and is valid until the board changes.
 */
#ifndef FORMAT_DIAGRAM_H
#define FORMAT_DIAGRAM_H

#include <stdio.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "model/board.h"

enum diagram_line {
	DIAGRAM_LINK,
	DIAGRAM_ORDER, /* invisible */
	DIAGRAM_SYNC,
	DIAGRAM_ASYNC,
	DIAGRAM_UNKNOWN, /* sync or async: nobody has said */
	DIAGRAM_LINES
};

/* A name of a box or group that no text of the board can clash with: "s12", "c3", "p1". */
struct diagram_name {
	char letter;
	int64_t id;
};

struct diagram_group {
	struct diagram_name name;
	const char *title;
};

struct diagram_box {
	struct diagram_name name;
	const struct sticky *sticky;   /* or */
	const struct context *context; /* of a map */
	size_t group;                  /* its index in `groups`, or DIAGRAM_ALONE */
};

#define DIAGRAM_ALONE SIZE_MAX

struct diagram_arrow {
	struct diagram_name source, target;
	struct diagram_name source_group, target_group; /* that these are in; letter 0: none */
	enum diagram_line line;
	const struct relation *relation; /* of a map */
};

struct diagram {
	const struct board *board;
	struct vec groups; /* of struct diagram_group, by their first box */
	struct vec boxes;  /* of struct diagram_box, group by group, then those without a group */
	struct vec arrows; /* of struct diagram_arrow */
};

/* Fills DIAGRAM from the stickies of BOARD or, with MAP, from its context map; release it with diagram_release(). */
void diagram_make(struct diagram *diagram, const struct board *board, bool map);
void diagram_release(struct diagram *diagram);

void diagram_print_name(struct diagram_name name, FILE *out);

/* Prints the path to a box for languages in which boxes are in groups: "c3.s12"; GROUP may have the letter 0. */
void diagram_print_path(struct diagram_name group, struct diagram_name name, FILE *out);

/* Appends the text of BOX: "E · Order placed", and on a line of its own its dots and whether it is settled: "● 3
 * ✓". */
void diagram_say_box(const struct diagram_box *box, struct strbuf *out);

/* Appends the text on the arrow of a relation: "sync: Request payment", and on a line of its own the patterns. */
void diagram_say_relation(const struct relation *relation, struct strbuf *out);

/* How a language writes the parts of a diagram. */
struct diagram_syntax {
	void (*open_group)(const struct diagram_group *group, FILE *out);
	void (*close_group)(FILE *out);
	void (*box)(const struct diagram_box *box, FILE *out);
	void (*arrow)(const struct diagram_arrow *arrow, FILE *out);
};

/* Calls SYNTAX for all parts of DIAGRAM, in order. */
void diagram_print(const struct diagram *diagram, const struct diagram_syntax *syntax, FILE *out);

#endif
