/*
 * diagram: a board, or its context map, as boxes and arrows, for programs that find the places of
 * these by themselves.
 *
 * Of a board the boxes are its stickies from left to right; those of a context are a group, and
 * while there are no contexts those of a phase are. The arrows are its links, and such as are only
 * there to keep the order of time: a sticky that no link ties to one further left gets one from the
 * column before. They are to be drawn without being seen.
 *
 * It points into the board and is good until the board changes.
 */
#ifndef FORMAT_DIAGRAM_H
#define FORMAT_DIAGRAM_H

#include <stdio.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "model/board.h"

enum diagram_line {
	DIAGRAM_LINK,
	DIAGRAM_ORDER, /* not to be seen */
	DIAGRAM_SYNC,
	DIAGRAM_ASYNC,
	DIAGRAM_LINES
};

/* A name for boxes and groups that no text of the board can meet: "s12", "c3", "p1". */
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
	size_t group;                  /* of the groups, or DIAGRAM_ALONE */
};

#define DIAGRAM_ALONE SIZE_MAX

struct diagram_arrow {
	struct diagram_name source, target;
	enum diagram_line line;
	const struct relation *relation; /* of a map */
};

struct diagram {
	const struct board *board;
	struct vec groups; /* of struct diagram_group, by their first box */
	struct vec boxes;  /* of struct diagram_box, group by group, those that are alone last */
	struct vec arrows; /* of struct diagram_arrow */
};

/* Makes DIAGRAM, which is to be released, of the stickies of BOARD or of its context map. */
void diagram_make(struct diagram *diagram, const struct board *board, bool map);
void diagram_release(struct diagram *diagram);

void diagram_print_name(struct diagram_name name, FILE *out);

/* Appends what stands in BOX: "E · Order placed", and in a line of its own its dots and whether it
 * is settled: "● 3 ✓". */
void diagram_say_box(const struct diagram_box *box, struct strbuf *out);

/* Appends what stands on the arrow of a relation: "sync: Request payment", and in a line of its own
 * the patterns. */
void diagram_say_relation(const struct relation *relation, struct strbuf *out);

/* What writes a diagram in a language of its own. */
struct diagram_syntax {
	void (*open_group)(const struct diagram_group *group, FILE *out);
	void (*close_group)(FILE *out);
	void (*box)(const struct diagram_box *box, FILE *out);
	void (*arrow)(const struct diagram_arrow *arrow, FILE *out);
};

/* Calls SYNTAX for all that DIAGRAM holds, in its order. */
void diagram_print(const struct diagram *diagram, const struct diagram_syntax *syntax, FILE *out);

#endif
