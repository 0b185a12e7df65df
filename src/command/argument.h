/*
 * argument: the arguments that a command declares in its row, and reading them.
 *
 * Arguments come in the order of the row. Options (`-c 3`) may be anywhere before the text that ends the line, or after
 * it if it is quoted; after an unquoted text they are refused. `--` ends options. On a canvas, the cursor or the
 * selection replaces a missing sticky, column or row: one is missing if the next word is not a number, or if the
 * remaining words are needed for the following arguments. `.` always means the cursor or the selection.
 */
#ifndef COMMAND_ARGUMENT_H
#define COMMAND_ARGUMENT_H

#include "base/map.h"
#include "base/vec.h"
#include "model/board.h"
#include "text/words.h"

enum argument_type {
	ARGUMENT_STICKY,   /* one id */
	ARGUMENT_STICKIES, /* the rest of the line: ids */
	ARGUMENT_KIND,
	ARGUMENT_COLUMN,
	ARGUMENT_ROW,
	ARGUMENT_COUNT,   /* how many, from 1 */
	ARGUMENT_CHANGE,  /* the number of a change in the log, as 120 or #120 */
	ARGUMENT_STEP,    /* a number, next or prev */
	ARGUMENT_STYLE,   /* sync, async or unknown */
	ARGUMENT_WAY,     /* left, right, up or down */
	ARGUMENT_CONTEXT, /* a word: the name of a context */
	ARGUMENT_WORD,
	ARGUMENT_PATTERNS,  /* a word: PATTERN or PATTERN/PATTERN */
	ARGUMENT_LINE,      /* the rest of the line: text in one line */
	ARGUMENT_TEXT,      /* the same; line breaks stay */
	ARGUMENT_MESSAGE,   /* a word: the type of a message */
	ARGUMENT_SUBDOMAIN, /* a word: core, supporting, ... */
	ARGUMENT_QUESTION,  /* a word: a question about a relation (model/integration.h) */
	ARGUMENT_ANSWER,    /* the rest of the line: the answer to it */
	ARGUMENT_FLAG       /* an option without a value */
};

enum way { WAY_LEFT, WAY_RIGHT, WAY_UP, WAY_DOWN, WAY_COUNT };

enum argument_flags {
	ARGUMENT_OPTIONAL = 1 << 0,
	ARGUMENT_FOCUS = 1 << 1 /* the cursor or the selection replaces it if it is missing */
};

struct argument {
	const char *name; /* "COL", as in the synopsis; NULL ends a list */
	enum argument_type type;
	unsigned flags; /* enum argument_flags */
	char option;    /* 'c' for -c, or 0 */
};

/* The value of an argument. */
struct argument_value {
	bool given;         /* on the line, or by the focus */
	int64_t number;     /* id, column, row, count, step, kind, style, way, ... */
	struct strbuf text; /* clean */
	struct vec ids;     /* of int64_t, without duplicates */
	struct map held;    /* the same ids, for argument_holds() */
};

/* Where the user is. */
struct focus {
	struct place place;      /* the cursor; column 0: none */
	const int64_t *stickies; /* the selection, or the sticky at the cursor */
	size_t count;
};

/* Prepare and free COUNT values. */
void argument_values_init(struct argument_value *values, size_t count);
void argument_values_release(struct argument_value *values, size_t count);

/* Is ID among the ids of VALUE? There may be as many as the board has stickies. */
static inline bool argument_holds(const struct argument_value *value, int64_t id)
{
	return map_get(&value->held, (uint64_t)id);
}

/* Reads WORDS into VALUES (initialised, one for each of ARGUMENTS). */
int argument_read(const struct argument *arguments, struct words *words, const struct board *board,
	const struct focus *focus, struct argument_value *values, struct error *err);

/* How many arguments a list has. */
size_t argument_count(const struct argument *arguments);

/* Appends the synopsis of a list: " KIND [-c COL] ID...". */
void argument_synopsis(const struct argument *arguments, struct strbuf *out);

/* Appends to LIST (of char *, which the caller frees) all words that ARGUMENTS accept. */
void argument_choices(const struct argument *arguments, const struct board *board, struct vec *list);

/* Is TEXT, of LEN bytes, a pattern of relations between contexts? The list of all *COUNT patterns. */
bool argument_is_pattern(const char *text, size_t len);
const char *const *argument_pattern_list(size_t *count);

#endif
