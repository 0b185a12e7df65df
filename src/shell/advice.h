/*
 * advice: ways to act on a finding: do what its check offers, or dismiss it.
 */
#ifndef SHELL_ADVICE_H
#define SHELL_ADVICE_H

#include "check/check.h"

struct shell;

/* Runs the command that the check of FINDING offers. True when done; false when it was refused, or something missing is
 * being asked for. */
bool advice_take(struct shell *shell, const struct finding *finding);

/* Appends the board command that dismisses FINDING; a reason may follow it. False if the finding is about the whole
 * board. */
bool advice_dismissal(const struct board *board, const struct finding *finding, struct strbuf *line);

#endif
