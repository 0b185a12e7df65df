/*
 * everywhere: the keys that work in all modes; where text is typed, only those with Ctrl.
 */
#ifndef SHELL_EVERYWHERE_H
#define SHELL_EVERYWHERE_H

#include "shell/mode.h"

/* Not a mode that can be opened: its rows are looked up after those of the open modes. */
extern const struct mode everywhere_mode;

/* Appends the first key that runs COMMAND at the moment: in the uppermost mode, in those that it lets keys pass to, or
 * everywhere. */
void everywhere_key(const struct shell *shell, const char *command, struct strbuf *out);

#endif
