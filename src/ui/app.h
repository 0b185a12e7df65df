/*
 * app: a board on the screen, from opening to leaving.
 */
#ifndef UI_APP_H
#define UI_APP_H

#include "base/error.h"
#include "session/session.h"
#include "ui/visit.h"

/* Shows the board of SESSION, whose file is PATH, until its person leaves or is made to. VISIT is NULL but for somebody
 * who came in over SSH. 0: they left, or the terminal went away. */
int app_run(struct session *session, const char *path, struct visit *visit, struct error *err);

#endif
