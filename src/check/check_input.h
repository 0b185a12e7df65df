/*
 * check_input: what a check may look at besides the item itself.
 */
#ifndef CHECK_CHECK_INPUT_H
#define CHECK_CHECK_INPUT_H

#include "check/counts.h"
#include "check/duplicates.h"
#include "check/flow_counts.h"
#include "check/message_index.h"
#include "check/nameindex.h"
#include "check/namesakes.h"
#include "check/relation_index.h"
#include "check/siblings.h"
#include "check/tokens.h"
#include "model/board.h"

struct check_input {
	const struct board *board;
	const struct relation_index *relations;
	const struct message_index *messages;
	struct tokens tokens; /* the words of the sticky being checked */
	struct duplicates duplicates;
	struct nameindex aggregates; /* use its names only: its stickies may be gone */
	struct namesakes namesakes;  /* which aggregates are one */
	struct siblings siblings;    /* the events of each aggregate */
	struct counts counts;
	struct flow_counts flow_counts;
};

#endif
