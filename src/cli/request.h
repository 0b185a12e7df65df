/*
 * request: what somebody asked for on the command line.
 *
 * Options are declared as rows; reading them, the synopsis and the help are made from the rows. Options and
 * operands may be mixed, `--` ends the options, and a lone `-` is an operand.
 */
#ifndef CLI_REQUEST_H
#define CLI_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

#define REQUEST_OPTIONS_MOST 10

struct option {
	char letter;          /* 't' for -t, or 0 */
	const char *name;     /* "title" for --title; NULL ends a list */
	const char *argument; /* what it takes, as the synopsis says it, or NULL */
	const char *sentence; /* what it is for; to be translated */
};

struct request {
	const struct option *options;
	const char *given[REQUEST_OPTIONS_MOST]; /* for each row: NULL, or its value; "" without one */
	struct vec operands;                     /* of const char *, with a NULL behind the last */
	bool help;                               /* -h or --help was among the options */
	const char *person;                      /* who asks, when no option says so; not owned */
};

void request_release(struct request *request);

/* Reads ARGV (which must outlive the request) for OPTIONS. Everything from operand REST on, counted from 1, is
 * an operand whatever it looks like; 0 for none. Reading ends at a --help. REQUEST is to be released either
 * way. */
int request_read(
	struct request *request, const struct option *options, size_t rest, const char *const *argv, struct error *err);

/* How many operands there are; operand AT, counted from 0, or NULL. */
size_t request_count(const struct request *request);
const char *request_operand(const struct request *request, size_t at);

/* All operands from AT on, ended by NULL. */
const char *const *request_operands(const struct request *request, size_t at);

/* The value of the option NAME, which is one of the rows; NULL when it was not given. */
const char *request_option(const struct request *request, const char *name);

/* Reads the value of the option NAME as a number from LEAST to MOST into *NUMBER, which stays as it is when the
 * option was not given. */
int request_number(
	const struct request *request, const char *name, int least, int most, int *number, struct error *err);

/* Who asks: the value of the option `as`, or `person`. */
const char *request_person(const struct request *request);

/* Appends "[-t TITLE] [--as NAME]". */
void request_synopsis(const struct option *options, struct strbuf *out);

/* Appends "-t, --title TITLE". */
void request_usage(const struct option *option, struct strbuf *out);

#endif
