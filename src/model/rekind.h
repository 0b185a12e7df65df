/*
 * rekind: changes the kind of a sticky. Some fields belong to some kinds only: a policy has no invariants.
 */
#ifndef MODEL_REKIND_H
#define MODEL_REKIND_H

#include "model/edit.h"

/* Can a sticky of KIND have the field NAME? */
bool rekind_keeps(enum kind kind, const char *name);

/* Makes sticky ID one of KIND and clears the fields that it cannot have then. */
int rekind_sticky(struct edit *edit, int64_t id, enum kind kind, struct error *err);

#endif
