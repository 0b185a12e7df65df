/*
 * check: the table of what a facilitator looks for in the steps of a workshop.
 *
 * A check is advice: it never blocks, and it can be dismissed where it is found (dismissal.h). Most look at one
 * sticky and what is near it, some at a context, a relation, or the board as a whole. The rows stand beside their
 * functions (check_events.c, check_commands.c, ...); to add one, write it there and name it in check_rows.h.
 * check_run.h runs them, checklist.h keeps what they find.
 */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "check/check_input.h"
#include "model/board.h"

enum check_severity { CHECK_HINT, CHECK_WARNING, CHECK_ERROR, CHECK_SEVERITY_COUNT };

/* What a check is run on, one at a time. */
enum check_scope { CHECK_STICKY, CHECK_BOARD, CHECK_CONTEXT, CHECK_RELATION };

struct check;
struct finding; /* finding.h */

struct check {
	const char *id; /* "event-past-tense" */
	int step;       /* of the workshop, in which it is listed */
	enum check_severity severity;
	enum role role;       /* the lowest role that is told */
	const char *sentence; /* what was found; translated when shown, as are the next three */
	const char *reason;   /* why that matters */
	const char *offer;    /* what could be done */
	const char *example;  /* of what is meant, in a sentence */
	/* A command of the board or the canvas that does so, or NULL. ID stands for the sticky, OTHER for the other
	 * one, NAME for the context; FROM, STYLE, TO and LABEL are those of the relation. TEXT is left to the user. */
	const char *command;
	enum check_scope scope;
	unsigned kinds; /* bits KIND_BIT(): the stickies to check; 0 for other scopes */
	/* For CHECK_STICKY: does the finding hold for STICKY? *OTHER is 0 on entry. `counts` of INPUT is still
	 * incomplete here. */
	bool (*run)(const struct check_input *input, const struct sticky *sticky, int64_t *other);
	/* For CHECK_BOARD: does it hold, and on which sticky (0 on entry)? */
	bool (*run_board)(const struct check_input *input, int64_t *sticky);
	/* For CHECK_CONTEXT and CHECK_RELATION: does it hold? */
	bool (*run_context)(const struct check_input *input, const struct context *context);
	bool (*run_relation)(const struct check_input *input, const struct relation *relation);
	/* For checks that are not of the board: has the board nothing at all of what this one looks for? Its findings
	 * are then told in one sentence (told.h), such as "no actor is drawn yet". Both may be NULL. */
	bool (*run_none)(const struct check_input *input);
	const char *sentence_none;
	/* Appends the details that the sentence leaves out, such as figures; may be NULL. */
	void (*say)(const struct check_input *input, const struct finding *finding, struct strbuf *out);
};

/* The table, ordered by step; *COUNT rows. */
const struct check *const *check_list(size_t *count);

/* The row of ID, or NULL; the place of CHECK in the table. */
const struct check *check_find(const char *id);
size_t check_index(const struct check *check);

/* "hint", "warning", "error". */
const char *check_severity_token(enum check_severity severity);

#endif
