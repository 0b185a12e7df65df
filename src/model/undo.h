/*
 * undo: undoes an action, also after others have continued to work.
 *
 * Field by field, and only where the board still holds what the action wrote: what somebody else has
 * changed since stays theirs. Columns and rows that came in or went out since are reckoned with. Redo
 * is taking back the action that took back.
 */
#ifndef MODEL_UNDO_H
#define MODEL_UNDO_H

#include "model/edit.h"

/* Takes DONE back through EDIT. SHIFTS (of struct shift) are those made after DONE, in order. *KEPT is
 * how many changes stay because somebody else has worked on the same. */
int undo_action(
	struct edit *edit, const struct action *done, const struct vec *shifts, size_t *kept, struct error *err);

#endif
