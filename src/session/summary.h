/*
 * summary: what an action is about, in a few bits, so that the summaries of a whole log fit into memory.
 */
#ifndef SESSION_SUMMARY_H
#define SESSION_SUMMARY_H

#include <stdint.h>

#include "model/board.h"
#include "model/action.h"

/* Events that get a mark on the time bar. */
enum summary_mark {
	SUMMARY_OPENED = 1 << 0,   /* a hotspot was made or reopened */
	SUMMARY_RESOLVED = 1 << 1, /* a hotspot was resolved */
	SUMMARY_CONTEXT = 1 << 2,  /* a context was made */
	SUMMARY_RELATION = 1 << 3, /* contexts were related */
	SUMMARY_SHIFT = 1 << 4     /* whole columns or rows were moved */
};

struct summary {
	uint16_t kinds; /* bits 1 << enum kind of the stickies that it touched */
	uint8_t marks;  /* enum summary_mark */
};

/* Adds CHANGE. Call it before CHANGE is applied to BOARD and again, with DONE, after. */
void summary_note(struct summary *summary, const struct board *board, const struct change *change, bool done);

#endif
