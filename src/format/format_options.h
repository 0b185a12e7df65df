/*
 * format_options: how a board is to be written, for all formats alike.
 */
#ifndef FORMAT_FORMAT_OPTIONS_H
#define FORMAT_FORMAT_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

struct format_options {
	bool bom;            /* begin with a byte order mark, for spreadsheets that need one */
	bool map;            /* the context map in place of the board; of formats that know it */
	const char *context; /* what is about this context only; NULL: all; of formats that know it */
	int64_t before;      /* of a folder: its history ends before this action; 0: it has all */
};

#endif
