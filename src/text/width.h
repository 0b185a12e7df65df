/*
 * width: how many terminal cells a text takes. The only place that knows.
 *
 * Terminals and libraries disagree about clusters, so a text is drawn in pieces on which all of
 * them agree: one spacing character with its combining marks, as wide as the C library says.
 * What makes terminals disagree is left out on the screen, and kept in the board: joiners, so
 * that a joined emoji shows its parts side by side, skin tones, and variation selectors. A character
 * that the C library does not know is drawn as U+FFFD.
 *
 * The answers depend on LC_CTYPE, which main() sets to a UTF-8 locale.
 */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include <stddef.h>

/* A spacing character and up to four marks, as UTF-8 with NUL. */
#define WIDTH_PIECE_BYTES 24

struct width_piece {
	char text[WIDTH_PIECE_BYTES]; /* what to draw, "" when the bytes draw nothing */
	int cells;                    /* 0, 1 or 2 */
};

/* Takes the next piece off TEXT (LEN bytes, not 0) into *PIECE; returns the bytes it used. */
size_t width_next(const char *text, size_t len, struct width_piece *piece);

/* Cells of LEN bytes of TEXT. */
int width_of(const char *text, size_t len);

/* Bytes of the longest run of whole clusters that takes at most CELLS; their cells in *USED (which
 * may be NULL). */
size_t width_fit(const char *text, size_t len, int cells, int *used);

#endif
