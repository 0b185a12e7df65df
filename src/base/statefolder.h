/*
 * statefolder: where the program keeps for its user what is not theirs to edit: evstorm in $XDG_STATE_HOME, else in
 * ~/.local/state.
 */
#ifndef BASE_STATEFOLDER_H
#define BASE_STATEFOLDER_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Appends its path. False when there can be none. With MAKE it is made if need be, for its owner alone; that it
 * could not be is left to whoever uses it to notice. */
bool statefolder_path(bool make, struct strbuf *path);

#endif
