/*
 * refused: something that text or a letter would have followed was refused. Until its person has seen that, what they
 * go on typing does nothing, as it was never meant as keys.
 */
#ifndef SHELL_REFUSED_H
#define SHELL_REFUSED_H

#include "shell/mode.h"

extern const struct mode refused_mode;

/* Opens it with what is said in the lowest line. Enter then runs AGAIN, a command line that stays, unless it is NULL;
 * behind text that does nothing a second one. */
void refused_open(struct shell *shell, const char *again);

#endif
