/*
 * width: how many terminal cells a text takes. Nothing else decides that.
 *
 * Terminals and libraries disagree about clusters, so a text is drawn in pieces on which all agree: one
 * spacing character with its combining marks, as wide as the C library says. What terminals disagree
 * about stays in the board but is not drawn: joiners (the parts of a joined emoji appear side by
 * side), skin tones and variation selectors. A character unknown to the C library is drawn as U+FFFD.
 *
 * The answers depend on LC_CTYPE, which main() sets to a UTF-8 locale.
 */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include <stddef.h>

/* A spacing character and up to four marks, as UTF-8, NUL included. */
#define WIDTH_PIECE_BYTES 24

struct width_piece {
	char text[WIDTH_PIECE_BYTES]; /* what to draw; "" for nothing */
	int cells;                    /* 0, 1 or 2 */
};

/* Reads the next piece of TEXT (of LEN bytes, not 0) into *PIECE; returns the bytes read. */
size_t width_next(const char *text, size_t len, struct width_piece *piece);

/* Cells of LEN bytes of TEXT. */
int width_of(const char *text, size_t len);

/* Bytes of the longest beginning of whole clusters that takes at most CELLS; *USED (which may be NULL) is set to
 * their cells. */
size_t width_fit(const char *text, size_t len, int cells, int *used);

#endif
