/*
 * modes: what the bytes of a program do to the terminal beyond its text, so that
 * a test can ask whether the program has put everything back.
 *
 * Watched are the private modes (CSI ? n h and l), the keypad, the stack of
 * titles, the letters' attributes and the character set. All start as in a
 * terminal that was just switched on.
 */
#ifndef TESTS_TERM_MODES_H
#define TESTS_TERM_MODES_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the bytes switch private mode `number` on, be it off again later or not. */
bool modes_seen(const char *bytes, size_t len, int number);

/* What is not as it was, a line each, to be freed; "" when everything is. */
char *modes_left(const char *bytes, size_t len);

#endif
