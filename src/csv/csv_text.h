/*
 * csv_text: reads a CSV file in any encoding, piece by piece, as UTF-8.
 *
 * UTF-8, with or without a byte order mark, is passed on unchanged; the reader refuses invalid bytes. Spreadsheets also
 * save UTF-16 and, in Korean, CP949. UTF-16 is recognised by its mark or its NULs; CP949 if everything beyond ASCII is
 * Hangul or its punctuation, nearly all of it among the 2,350 common syllables. Such files, and all if the caller gives
 * an encoding, are converted as a whole by iconv(3).
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
	const char *encoding; /* from the caller, or NULL; not owned */
	bool begun;
	bool is_whole;       /* the rest is in `whole`, not in the file */
	struct strbuf whole; /* the converted file */
	size_t given;        /* how many bytes of it have been read */
};

void csv_text_init(struct csv_text *text, FILE *in, const char *name, const char *encoding);
void csv_text_release(struct csv_text *text);

/* Reads the next bytes, at most SIZE (at least 4), into BYTES and returns their number. 0 at the end, if the file
 * cannot be read (see ferror()), or if it cannot be converted; then sets *FAILED to the code and fills ERR. */
size_t csv_text_read(struct csv_text *text, char *bytes, size_t size, int *failed, struct error *err);

#endif
