/*
 * app: a board on the screen, from opening to leaving.
 */
#ifndef UI_APP_H
#define UI_APP_H

#include "base/error.h"
#include "session/session.h"

/* Shows the board of SESSION, whose file is PATH, until its person leaves. 0: they left, or the terminal went
 * away. */
int app_run(struct session *session, const char *path, struct error *err);

#endif
