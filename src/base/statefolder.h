/*
 * statefolder: the folder for state that the user does not edit: evstorm in $XDG_STATE_HOME, or in ~/.local/state.
 */
#ifndef BASE_STATEFOLDER_H
#define BASE_STATEFOLDER_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Appends its path; false if there is none. With MAKE, creates it if missing, for its owner only; failing that, the
 * caller notices when it uses the folder. */
bool statefolder_path(bool make, struct strbuf *path);

#endif
