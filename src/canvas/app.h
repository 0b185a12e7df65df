/*
 * app: the canvas on one board, from opening to leaving.
 */
#ifndef CANVAS_APP_H
#define CANVAS_APP_H

#include "base/error.h"
#include "session/session.h"
#include "canvas/visit.h"
#include "shell/shell.h"

/* Shows the board of SESSION until its person leaves or is made to. FIND tells which file a board's name means. VISIT
 * is NULL but for somebody who came in over SSH; TABLES are the view commands. 0: they left, or the terminal went away.
 */
int app_run(struct session *session, shell_find_file *find, struct visit *visit,
	const struct view_command *const *tables, struct error *err);

#endif
