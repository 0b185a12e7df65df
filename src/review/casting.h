/*
 * casting: a review as a recording that plays in terminals and on web pages, in the format asciicast of version 2:
 * a line that says how large it is, then for each frame a line with its time in seconds and what a terminal is sent.
 *
 * https://docs.asciinema.org/manual/asciicast/v2/
 */
#ifndef REVIEW_CASTING_H
#define REVIEW_CASTING_H

#include <stdio.h>

#include "review/review.h"

struct casting {
	int columns, rows;
	bool light;         /* on a light ground */
	int speed;          /* how much faster than it happened */
	size_t from, to;    /* moments */
	const char *person; /* who is shown in the last frame */
	/* Draws that: the board as the canvas shows it. */
	int (*last)(
		const struct casting *casting, const struct review *review, struct cellbuf *frame, struct error *err);
};

/* Writes what REVIEW, which is open, shows from one moment to another to OUT; the last frame is, when the recording
 * goes to the end of the log, the board as the canvas shows it. Whether OUT took it all is the caller's to check
 * with ferror(). */
int casting_write(const struct casting *casting, struct review *review, FILE *out, struct error *err);

#endif
