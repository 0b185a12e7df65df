/*
 * statefolder: the folder for state that users do not edit: `evstorm` in $XDG_STATE_HOME or in ~/.local/state.
 */
#ifndef BASE_STATEFOLDER_H
#define BASE_STATEFOLDER_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Appends its path; false if neither variable says where it is. With MAKE, creates a missing folder, for its owner
 * only; if that fails, the caller finds out when it uses the folder. */
bool statefolder_path(bool make, struct strbuf *path);

#endif
