/*
 * ration: limits what one session over SSH may use of the machine, so that the host and the facilitators can work
 * whatever a participant does.
 *
 * Its processes have a lower priority than the host's. Its memory limit is several times what a board and a terminal
 * need. If it never rests, it gets half of one processor, after an allowance for loading a large board. No limit ends a
 * session that works normally, and none applies to people who open the file themselves.
 */
#ifndef LIVE_RATION_H
#define LIVE_RATION_H

#include <stdint.h>

/* Sessions that one person may have at a time. */
#define RATION_SESSIONS 4

struct ration {
	int64_t left_ms;  /* processor time that may be used at once; negative: overdrawn */
	int64_t used_ms;  /* processor time of this process at the last count, */
	int64_t since_ms; /* and when that was, by clock_span_ms() */
};

/* Limits this process, which works on the board file BOARD, for good. */
void ration_begin(struct ration *ration, const char *board);

/* How many ms it must rest, having used USED_MS of processor time in all by NOW_MS. */
int ration_count(struct ration *ration, int64_t used_ms, int64_t now_ms);

/* The same for this process, now. */
int ration_rest_ms(struct ration *ration);

#endif
