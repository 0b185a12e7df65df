/*
 * ration: what one session of somebody who came in may take of the machine, so that the host, and those who lead, go on
 * whatever one of them does.
 *
 * Its processes stand behind the host's own. Its memory ends where a board and a terminal need several times less. Of
 * one processor it has half when it never rests, after a start in which it may load a large board. None of that ends a
 * session that works; nor is it there for anybody who opened the file themselves.
 */
#ifndef LIVE_RATION_H
#define LIVE_RATION_H

#include <stdint.h>

/* So many sessions may one person have at a time. */
#define RATION_SESSIONS 4

struct ration {
	int64_t left_ms;  /* of the processor, that may be used at once; less than 0: too much was used */
	int64_t used_ms;  /* by this process, when that was counted, */
	int64_t since_ms; /* and when that was, by clock_span_ms() */
};

/* Bounds this process, for good, as one that works on the board file BOARD. */
void ration_begin(struct ration *ration, const char *board);

/* After what was used up to now, with USED_MS in all at the time NOW_MS: so many ms it has to rest. */
int ration_count(struct ration *ration, int64_t used_ms, int64_t now_ms);

/* The same with what this process has used, now. */
int ration_rest_ms(struct ration *ration);

#endif
