/*
 * refused: the mode after a command that text or a letter follows was refused. Until the user has seen the refusal,
 * typing does nothing, since it was meant as text and not as keys.
 */
#ifndef SHELL_REFUSED_H
#define SHELL_REFUSED_H

#include "shell/mode.h"

extern const struct mode refused_mode;

/* Opens it with the current message. Enter runs AGAIN, a static command line, unless NULL; after typed text, it takes a
 * second Enter. */
void refused_open(struct shell *shell, const char *again);

/* Shows WHY instead, if the refusal is still shown: the reason for it has changed. */
void refused_amend(struct shell *shell, const char *why);

#endif
