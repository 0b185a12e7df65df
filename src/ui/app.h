/*
 * app: a board on the screen, from opening to leaving.
 */
#ifndef UI_APP_H
#define UI_APP_H

#include "base/error.h"
#include "store/store.h"

/* Opens the board file PATH for the person NAME and shows it until they leave. 0: they left, or the terminal
 * went away. */
int app_run(const char *path, enum store_mode mode, const char *name, struct error *err);

#endif
