/*
 * check: the table of what a facilitator looks for in the steps of a workshop.
 *
 * A check is advice: it never blocks, and it can be dismissed where it is found (dismissal.h). Most look at one sticky
 * and what is near it, some at a context, a relation, or the board as a whole. The rows stand beside
 * their functions (events.c, commands.c, ...); to add one, write it there, name it in rows.h and put
 * it into the table. checklist.h keeps what they find.
 */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "check/survey.h"
#include "model/board.h"

enum check_severity { CHECK_HINT, CHECK_WARNING, CHECK_ERROR, CHECK_SEVERITY_COUNT };

/* What a check looks at, and so when it must be asked again. */
enum check_scope {
	CHECK_OWN,  /* the fields of one sticky */
	CHECK_NEAR, /* a sticky, what is near it (trigger.h), what says the same (likeness.h), and what
		       carries it (cargo.h) */
	CHECK_BOARD,   /* what is counted over the whole board (tally.h) */
	CHECK_CONTEXT, /* a context, with what is counted (tally.h, traffic.h), related (atlas.h) and
			  carried (cargo.h) */
	CHECK_RELATION /* a relation, with the same */
};

struct check;

/* Something found. */
struct finding {
	const struct check *check;
	int64_t sticky; /* where it is, or 0 for the board as a whole */
	int64_t other;  /* another sticky that belongs to it, or 0 */
	int64_t item;   /* the context, or relation, that a check of these is about; otherwise 0 */
};

struct check {
	const char *id;               /* "event-past-tense" */
	int step;                     /* of the workshop, in which it is listed */
	enum check_severity severity;
	enum role role;               /* who is told, at least */
	const char *sentence;         /* what it found; to be translated, as the next three */
	const char *reason;           /* why that matters */
	const char *offer;            /* what could be done */
	const char *example;          /* of what is meant, in a sentence */
	/* A command that does it, of the board or of the canvas, or NULL. ID is the sticky, OTHER the
	 * other one, NAME the context; FROM, STYLE, TO and LABEL are those of the relation. TEXT is what
	 * the user has to say. */
	const char *command;
	enum check_scope scope;
	unsigned kinds;               /* bits TRIGGER_KIND(): asked about; 0 unless it is stickies */
	/* Is there something to find about STICKY? *OTHER is 0 before. Of CHECK_OWN and CHECK_NEAR. */
	bool (*run)(const struct survey *survey, const struct sticky *sticky, int64_t *other);
	/* Of CHECK_BOARD: is there, and on which sticky (0 before)? */
	bool (*run_board)(const struct survey *survey, int64_t *sticky);
	/* Of CHECK_CONTEXT, of CHECK_RELATION: is there? */
	bool (*run_context)(const struct survey *survey, const struct context *context);
	bool (*run_relation)(const struct survey *survey, const struct relation *relation);
	/* Appends what the sentence leaves out, with its figures; or NULL. */
	void (*say)(const struct survey *survey, const struct finding *finding, int64_t now_ms,
		struct strbuf *out);
};

/* The table, by steps; *COUNT rows. */
const struct check *const *check_list(size_t *count);

/* The row of ID, or NULL; its place in the table. */
const struct check *check_find(const char *id);
size_t check_index(const struct check *check);

/* "hint", "warning", "error". */
const char *check_severity_token(enum check_severity severity);

/* Appends what was found, in the user's language, in one line: "no word of it tells that something
 * has happened", "Shop → Stock: nothing on the board leads from one to the other". NOW_MS is for
 * ages. */
void finding_say(const struct survey *survey, const struct finding *finding, int64_t now_ms,
	struct strbuf *out);

/* The same without the context or relation that it is about. */
void finding_say_what(const struct survey *survey, const struct finding *finding, int64_t now_ms,
	struct strbuf *out);

#endif
