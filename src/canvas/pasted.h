/*
 * pasted: what a terminal pasted, as the stickies that it is to become.
 *
 * Where there are tabs it is cells of a spreadsheet, which keep their columns and rows. A cell that only names a kind
 * ("command", "커맨드") is no sticky but says so of those of its row; a first row of nothing else says so of the
 * columns. Without tabs it is lines, one beside the other along the timeline. Lines and cells may name their kind
 * themselves: "C: Place order", "커맨드: 주문하기".
 */
#ifndef CANVAS_PASTED_H
#define CANVAS_PASTED_H

#include <stdbool.h>

#include "base/vec.h"
#include "model/item.h"
#include "model/kind.h"

/* More are for `import`, as an action is kept in memory while it is made. */
#define PASTED_MOST 10000

struct pasted_cell {
	struct place offset; /* from where it is pasted */
	enum kind kind;
	char *text; /* owned */
};

struct pasted {
	struct vec cells; /* of struct pasted_cell */
	bool is_table;
	bool cut;         /* there were more */
	size_t cut_texts; /* so many were too long, and are cut */
};

void pasted_init(struct pasted *pasted);
void pasted_release(struct pasted *pasted);

/* Reads LEN bytes of TEXT, UTF-8 with line feeds, into PASTED, which is empty; KIND is that of what names none. */
void pasted_read(struct pasted *pasted, const char *text, size_t len, enum kind kind);

/* Downwards instead of along the timeline: columns become rows. */
void pasted_turn(struct pasted *pasted);

#endif
