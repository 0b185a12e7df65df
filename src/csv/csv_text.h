/*
 * csv_text: the bytes of a CSV file as UTF-8, piece by piece, in whatever encoding it was saved.
 *
 * UTF-8, with or without a byte order mark, is handed on as it is; what is no UTF-8 in it is the reader's to refuse.
 * Spreadsheets also save UTF-16, and in Korean CP949: UTF-16 is known by its mark or its NULs, CP949 when everything
 * that is not ASCII is Hangul or its punctuation, nearly all of it among the 2,350 usual syllables. Such files, and
 * those of an encoding that was asked for, are converted as a whole by iconv(3).
 */
#ifndef CSV_CSV_TEXT_H
#define CSV_CSV_TEXT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"
#include "base/strbuf.h"

/* The largest file that is converted. */
#define CSV_TEXT_BYTES_MOST 268435456

struct csv_text {
	FILE *in;             /* not owned */
	const char *name;     /* for errors, safe to print; not owned */
	const char *encoding; /* that was asked for, or NULL; not owned */
	bool begun;
	bool is_whole;       /* what is left is in `whole`, not in the file */
	struct strbuf whole; /* converted */
	size_t given;        /* how much of it was handed on */
};

void csv_text_init(struct csv_text *text, FILE *in, const char *name, const char *encoding);
void csv_text_release(struct csv_text *text);

/* Puts the next bytes, at most SIZE (of which there are 4 at least), into BYTES. Returns how many these are: 0 at the
 * end, and when the file cannot be read (ferror()) or converted, with the code in *FAILED and ERR set. */
size_t csv_text_read(struct csv_text *text, char *bytes, size_t size, int *failed, struct error *err);

#endif
