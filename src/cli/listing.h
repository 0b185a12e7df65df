/*
 * listing: rows of a table on standard output: in aligned columns for people, as CSV or as JSON for programs.
 */
#ifndef CLI_LISTING_H
#define CLI_LISTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cli/request.h"

enum listing_type {
	LISTING_TEXT,
	LISTING_NUMBER,
	LISTING_ID,  /* a number; 0 is empty */
	LISTING_TIME /* ms since 1970 UTC; for people in their time zone, to the minute; 0 is empty */
};

struct listing_column {
	const char *name;  /* for programs */
	const char *title; /* for people; translated when printed */
	enum listing_type type;
};

/* The option row for the format of a listing. */
#define LISTING_FORMAT                                                              \
	{                                                                           \
		'f', "format", "text|csv|json", N_("output format (default: text)") \
	}

struct listing {
	const struct listing_column *columns; /* ends with one without a name */
	size_t count;                         /* of them */
	size_t format;                        /* which of the words of its option */
	bool bare;                            /* for people, print no titles */
	struct vec cells;                     /* of struct listing_cell, row by row */
};

/* Prepares LISTING in the format that the option `format` of REQUEST says. Release it even after a failure. */
int listing_init(struct listing *listing, const struct listing_column *columns, const struct request *request,
	struct error *err);
void listing_release(struct listing *listing);

/* Is it for people? */
bool listing_is_text(const struct listing *listing);

/* Add the next cell: a text, NULL being an empty one, or a number or time. */
void listing_text(struct listing *listing, const char *text);
void listing_number(struct listing *listing, int64_t number);

/* How many rows there are. */
size_t listing_rows(const struct listing *listing);

/* Sorts the rows by COLUMN, texts upwards, times and numbers downwards; rows that are equal keep their order. */
void listing_sort(struct listing *listing, size_t column);

/* Prints all rows. */
void listing_print(const struct listing *listing);

#endif
