/*
 * advice: what can be done about a finding: what its check offers, or dismissing it.
 */
#ifndef SHELL_ADVICE_H
#define SHELL_ADVICE_H

#include "check/check.h"

struct shell;

/* Does what the check of FINDING, which has a command, offers: true when it is done; otherwise it was refused, or what
 * is missing is asked for. */
bool advice_take(struct shell *shell, const struct finding *finding);

/* Appends the board command that dismisses FINDING, to which a reason may be added; false for one
 * about the board as a whole. */
bool advice_dismissal(const struct board *board, const struct finding *finding, struct strbuf *line);

#endif
