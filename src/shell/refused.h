/*
 * refused: after a refusal of something that text or a letter would have followed. Until the person has seen it, what
 * they type does nothing, because it was meant as text and not as keys.
 */
#ifndef SHELL_REFUSED_H
#define SHELL_REFUSED_H

#include "shell/mode.h"

extern const struct mode refused_mode;

/* Opens it with the current message. Enter runs AGAIN, a static command line, unless NULL; after typed text, it takes a
 * second Enter. */
void refused_open(struct shell *shell, const char *again);

/* Says WHY instead, as long as nothing was done about it: what was refused would be so no longer. */
void refused_amend(struct shell *shell, const char *why);

#endif
