/*
 * keyline: the lowest line: a message, or what the keys do now.
 */
#ifndef SHELL_KEYLINE_H
#define SHELL_KEYLINE_H

#include "shell/shell.h"

void keyline_draw(const struct shell *shell, struct cellbuf *buf);

#endif
