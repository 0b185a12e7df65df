/*
 * output: where results go: standard output, or a file that is there whole or as it was before.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdio.h>

#include "base/error.h"
#include "base/strbuf.h"

struct output {
	FILE *file;
	struct strbuf path;      /* of the file, as given */
	struct strbuf target;    /* what is replaced in the end, when `temporary` is in use */
	struct strbuf temporary; /* what is written meanwhile, or empty */
};

/* Opens PATH for writing, NULL for standard output. On success it is to be closed. A regular file is replaced
 * when it is whole; anything else, as a device or a pipe, is written to. */
int output_open(struct output *output, const char *path, struct error *err);

/* Ends it: with FAILED 0 the file is on disk and in its place when 0 is returned. With FAILED, or when that
 * does not work, what was there is left alone. */
int output_close(struct output *output, int failed, struct error *err);

/* Has standard output taken all that was printed? */
int output_check(struct error *err);

/* Prints the N bytes at TEXT so that they cannot be taken for anything but one line of text. */
void output_text(FILE *out, const char *text, size_t n);

#endif
