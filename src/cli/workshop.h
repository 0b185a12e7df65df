/*
 * workshop: runs a board on the terminal: the canvas, and the context map that opens over it.
 */
#ifndef CLI_WORKSHOP_H
#define CLI_WORKSHOP_H

#include "draw/cellbuf.h"
#include "canvas/app.h"

/* Calls app_run() with both. */
int workshop_run(struct session *session, shell_find_file *find, struct visit *visit, struct error *err);

/* Draws the board file PATH, called FILE, as PERSON sees it on opening it, into FRAME of COLUMNS x ROWS cells, with
 * plain characters if ASCII. */
int workshop_frame(const char *path, const char *file, const char *person, int columns, int rows, bool ascii,
	struct cellbuf *frame, struct error *err);

#endif
