/*
 * request: the options and operands of a command line.
 *
 * Options are declared as rows; parsing, the synopsis and the help all use these rows. Options and operands may be
 * mixed, `--` ends the options, and a lone `-` is an operand.
 */
#ifndef CLI_REQUEST_H
#define CLI_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

#define REQUEST_OPTIONS_MOST 14

struct option {
	char letter;          /* 't' for -t, or 0 */
	const char *name;     /* "title" for --title; NULL ends a list */
	const char *argument; /* name of its value in the synopsis, or NULL */
	const char *sentence; /* its purpose; translated when shown */
};

struct request {
	const struct option *options;
	const char *given[REQUEST_OPTIONS_MOST]; /* for each row: NULL, or its value; "" without one */
	struct vec operands;                     /* of const char *, NULL-terminated */
	bool help;                               /* -h or --help was given */
	const char *person;                      /* who asks, unless an option says so; not owned */
};

void request_release(struct request *request);

/* Reads ARGV (which must outlive the request) for OPTIONS. From operand number REST on, counted from 1, everything is
 * an operand; 0: options may come anywhere. Reading stops at --help. Release REQUEST even after a failure. */
int request_read(
	struct request *request, const struct option *options, size_t rest, const char *const *argv, struct error *err);

/* How many operands there are; operand AT, counted from 0, or NULL. */
size_t request_count(const struct request *request);
const char *request_operand(const struct request *request, size_t at);

/* All operands from AT on, NULL-terminated. */
const char *const *request_operands(const struct request *request, size_t at);

/* The value of the option NAME, which must have a row; NULL if it was not given. */
const char *request_option(const struct request *request, const char *name);

/* Reads the value of the option NAME as a number from LEAST to MOST into *NUMBER, which is unchanged if the option was
 * not given. */
int request_number(
	const struct request *request, const char *name, int least, int most, int *number, struct error *err);

/* Sets *AT to which of the words in its row, such as "text|csv", the option NAME was given; 0 if it was not. */
int request_choice(const struct request *request, const char *name, size_t *at, struct error *err);

/* Who asks: the value of the option `as`, or else `person`. */
const char *request_person(const struct request *request);

/* Appends "[-t TITLE] [--as NAME]". */
void request_synopsis(const struct option *options, struct strbuf *out);

/* Appends "-t, --title TITLE". */
void request_usage(const struct option *option, struct strbuf *out);

#endif
