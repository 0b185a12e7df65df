/*
 * pasted: turns text pasted by the terminal into stickies.
 *
 * Text with tabs is cells of a spreadsheet, which keep their columns and rows. A cell that only names a kind
 * ("command", "커맨드") does not become a sticky, but sets the kind of its row; a first row of such cells sets the
 * kinds of the columns. Text without tabs is lines, placed along the timeline. Lines and cells may name their own
 * kind: "C: Place order", "커맨드: 주문하기".
 */
#ifndef CANVAS_PASTED_H
#define CANVAS_PASTED_H

#include <stdbool.h>

#include "base/vec.h"
#include "model/item.h"
#include "model/kind.h"

/* The most stickies of a paste, since an action is kept in memory while it is made; `import` takes more. */
#define PASTED_MOST 10000

struct pasted_cell {
	struct place offset; /* from the place of the paste */
	enum kind kind;
	char *text; /* owned */
};

struct pasted {
	struct vec cells; /* of struct pasted_cell */
	bool is_table;
	bool cut;         /* some cells were left out */
	size_t cut_texts; /* how many texts were too long and are cut */
};

void pasted_init(struct pasted *pasted);
void pasted_release(struct pasted *pasted);

/* Reads LEN bytes of TEXT, UTF-8 with line feeds, into PASTED, which must be empty; KIND is for texts that name no
 * kind. */
void pasted_read(struct pasted *pasted, const char *text, size_t len, enum kind kind);

/* Turns the layout from along the timeline to downwards: columns become rows. */
void pasted_turn(struct pasted *pasted);

#endif
