/*
 * casting: writes a review as a recording for terminals and web pages, in the format asciicast: a line with the size,
 * then for each frame a line with its time in seconds and the bytes for the terminal. Lines with markers, which players
 * show on their time bar, tell where a step begins and what is bookmarked. Times count from the beginning in version 2,
 * from the line before in version 3.
 *
 * https://docs.asciinema.org/manual/asciicast/v2/, https://docs.asciinema.org/manual/asciicast/v3/
 */
#ifndef REVIEW_CASTING_H
#define REVIEW_CASTING_H

#include <stdio.h>

#include "review/review.h"

struct casting {
	int version; /* 2 or 3 */
	int columns, rows;
	bool light;         /* on a light background */
	int speed;          /* playback speed factor */
	size_t from, to;    /* moments */
	const char *person; /* whose view the last frame is */
	/* Draws the last frame: the board as the canvas shows it. */
	int (*last)(
		const struct casting *casting, const struct review *review, struct cellbuf *frame, struct error *err);
};

/* Writes what REVIEW, which must be open, shows from `from` to `to`, to OUT. If that is the end of the log, the last
 * frame is the board as the canvas shows it. The caller checks for write errors with ferror(). */
int casting_write(const struct casting *casting, struct review *review, FILE *out, struct error *err);

#endif
