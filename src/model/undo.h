/*
 * undo: undoes an action, even after others have gone on working.
 *
 * It works field by field, and only where the board still has the value that the action wrote: what
 * others have changed since stays. It allows for columns and rows inserted or removed since. To redo is to
 * undo the undo.
 */
#ifndef MODEL_UNDO_H
#define MODEL_UNDO_H

#include "model/edit.h"

/* Undoes DONE through EDIT. SHIFTS (of struct shift) are the shifts made after DONE, in order. Sets *KEPT to
 * the number of changes that stay because somebody has worked there since. */
int undo_action(
	struct edit *edit, const struct action *done, const struct vec *shifts, size_t *kept, struct error *err);

#endif
