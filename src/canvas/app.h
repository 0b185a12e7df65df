/*
 * app: runs the canvas on a board, from opening to leaving.
 */
#ifndef CANVAS_APP_H
#define CANVAS_APP_H

#include "base/error.h"
#include "session/session.h"
#include "canvas/visit.h"
#include "shell/shell.h"

/* Shows the board of SESSION until the user leaves or has to. FIND finds the file that a board's name means. VISIT is
 * NULL except for guests over SSH; TABLES are the view commands. Returns 0 if the user left or the terminal went away.
 */
int app_run(struct session *session, shell_find_file *find, struct visit *visit,
	const struct view_command *const *tables, struct error *err);

#endif
