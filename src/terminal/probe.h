/*
 * probe: asks the terminal how wide it draws a line character. No locale tells: GNU screen under ko_KR and xterm
 * -cjk_width use two cells.
 *
 * The question is where the cursor is, before and behind such a character. All terminals know it, and none prints
 * anything for it; those that count from 0 do so twice. It is asked in the third row, as an answer from the first looks
 * like a key (Shift-F3). Nothing waits for the answer: it is an event like others, whenever it comes.
 */
#ifndef TERMINAL_PROBE_H
#define TERMINAL_PROBE_H

#include <stdbool.h>

#include "terminal/sequence.h"

/* The number of answers. */
#define PROBE_ANSWERS 2

/* Is this a terminal that can be asked, one with UTF-8 whose cursor ANSI's sequences move? CUP is how it is moved, as
 * the description has it. */
bool probe_fits(const char *cup);

/* The question, which leaves nothing on the screen and the cursor where it was. */
const char *probe_question(void);

/* The row in the answers to the question, at least: some count from 0. */
#define PROBE_ROW 2

/* The column in an answer, from 0 or 1; -1 when SEQUENCE is none, or of a row above ROW_LEAST. */
int probe_column(const struct sequence *sequence, int row_least);

/* Asks, in an empty line, the terminal behind OUT, whose bytes come from IN, and waits MOST_MS; the cells, 0 when there
 * was no answer. Nothing is asked when somebody has typed something. */
int probe_ask(int in, int out, int most_ms);

#endif
