/*
 * app: a board on the screen, from opening to leaving.
 */
#ifndef UI_APP_H
#define UI_APP_H

#include "base/error.h"
#include "session/session.h"
#include "shell/shell.h"
#include "ui/visit.h"

/* Shows the board of SESSION until its person leaves or is made to. FIND tells which file a board's name means. VISIT is
 * NULL but for somebody who came in over SSH. 0: they left, or the terminal went away. */
int app_run(struct session *session, shell_find_file *find, struct visit *visit, struct error *err);

#endif
