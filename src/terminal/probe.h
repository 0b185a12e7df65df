/*
 * probe: asks the terminal how wide it draws a line character. The locale does not say: GNU screen under ko_KR and
 * xterm -cjk_width use two cells.
 *
 * It asks for the cursor's position before and after such a character. All terminals understand this, and none prints
 * anything for it; those that count from 0 do so in both answers. It asks in the third row, because an answer about
 * the first looks like a key (Shift-F3). Nothing waits for the answer: it is an event like others, whenever it comes.
 */
#ifndef TERMINAL_PROBE_H
#define TERMINAL_PROBE_H

#include <stdbool.h>

#include "terminal/sequence.h"

/* The number of answers. */
#define PROBE_ANSWERS 2

/* Can this terminal be asked: does it have UTF-8 and ANSI sequences for the cursor? CUP is the capability that moves
 * the cursor. */
bool probe_fits(const char *cup);

/* The bytes of the question, which leave screen and cursor as they were. */
const char *probe_question(void);

/* The least row in the answers to the question: some terminals count from 0. */
#define PROBE_ROW 2

/* The column in an answer, from 0 or 1; -1 if SEQUENCE is not an answer, or its row is less than ROW_LEAST. */
int probe_column(const struct sequence *sequence, int row_least);

/* Asks the terminal at OUT, on an empty line, and waits up to MOST_MS for its answers from IN; returns the cells, or 0
 * without an answer. Does not ask if something has been typed. */
int probe_ask(int in, int out, int most_ms);

#endif
