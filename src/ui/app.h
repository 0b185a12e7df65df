/*
 * app: a board on the screen, from opening to leaving.
 */
#ifndef UI_APP_H
#define UI_APP_H

#include "base/error.h"
#include "base/strbuf.h"
#include "store/store.h"

/* Opens the board file PATH for the person NAME and shows it until they leave. 0: they left, or the terminal
 * went away. */
int app_run(const char *path, enum store_mode mode, const char *name, struct error *err);

/* Lets the user choose among the boards in FOLDER; *PATH is the file. 1: chosen, 0: they left. */
int app_choose(const char *folder, struct strbuf *path, struct error *err);

#endif
