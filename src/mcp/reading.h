/*
 * reading: what a client can read of a board without changing it: the table of readings, each of which is a tool and,
 * without arguments, a resource.
 *
 * A reading is one row. What it gives is data, written by the people on the board; it is never part of a description.
 * To add one, write it in the file of its family (read_board.c, ...) and name it in READING_ROWS.
 */
#ifndef MCP_READING_H
#define MCP_READING_H

#include "command/argument.h"
#include "mcp/assistant.h"

#define READING_ARGUMENTS_MOST 8 /* including the end of the list */

struct reading {
	const char *name;     /* of the tool; that of the resource is evstorm: and the part after "read-" */
	const char *sentence; /* what it gives; to be translated */
	const char *mime;     /* its type as a resource */
	bool waits;           /* it combines many texts, so it is refused in a silent round */
	struct argument arguments[READING_ARGUMENTS_MOST]; /* all may be left out; ends with one without a name */
	/* Appends it to OUT. VALUES has one for each argument; none are given if it is read as a resource, and then it
	 * is whole: LIMITED is false. */
	int (*run)(struct assistant *assistant, const struct argument_value *values, bool limited, struct strbuf *out,
		struct error *err);
};

#define READING_ROWS(ROW)   \
	ROW(read_board)     \
	ROW(read_outline)   \
	ROW(read_map)       \
	ROW(read_findings)  \
	ROW(read_proposals) \
	ROW(read_changes)   \
	ROW(read_people)

#define READING_ROWS_DECLARE(name) extern const struct reading name;
READING_ROWS(READING_ROWS_DECLARE)
#undef READING_ROWS_DECLARE

/* The table, *COUNT rows; the row of the tool NAME, or of the resource URI, or NULL. */
const struct reading *const *reading_list(size_t *count);
const struct reading *reading_find(const char *name);
const struct reading *reading_of_uri(const char *uri);

/* Appends the address of its resource. */
void reading_uri(const struct reading *reading, struct strbuf *uri);

/* Reads it with the arguments in WORDS (as for argument_read()), or whole if that is NULL. */
int reading_run(const struct reading *reading, struct assistant *assistant, struct words *words, struct strbuf *out,
	struct error *err);

/* For the functions of readings: the number of argument AT, or OTHER if it is not given. */
static inline int64_t reading_number(const struct argument_value *values, size_t at, int64_t other)
{
	return values[at].given ? values[at].number : other;
}

#endif
