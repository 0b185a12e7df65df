/*
 * check_input: what a check may look at beside the item that it is asked about.
 */
#ifndef CHECK_CHECK_INPUT_H
#define CHECK_CHECK_INPUT_H

#include "check/counts.h"
#include "check/duplicates.h"
#include "check/flow_counts.h"
#include "check/message_index.h"
#include "check/nameindex.h"
#include "check/relation_index.h"
#include "check/tokens.h"
#include "model/board.h"

struct check_input {
	const struct board *board;
	const struct relation_index *relations;
	const struct message_index *messages;
	struct tokens tokens; /* the words of the sticky that is asked about */
	struct duplicates duplicates;
	struct nameindex aggregates; /* to be asked for names only: a sticky may be gone */
	struct counts counts;
	struct flow_counts flow_counts;
};

#endif
