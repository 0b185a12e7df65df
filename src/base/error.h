/*
 * error: how functions report failure.
 *
 * A function that can fail returns 0, or one of the negative codes below after filling the caller's
 * `struct error` with one sentence for the user. It sets its result arguments on success only.
 * Negated, the codes are the program's exit statuses.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

enum error_code {
	ERROR_REFUSED = -1, /* the board, the role or the input does not allow it */
	ERROR_USAGE = -2,   /* the request itself is malformed */
	ERROR_SYSTEM = -3,  /* a file, the database or the machine failed */
};

#define ERROR_TEXT_BYTES 1024

struct error {
	int code;                    /* 0 while nothing has failed */
	char text[ERROR_TEXT_BYTES]; /* one line, no final full stop, whole characters */
};

#define ERROR_INIT \
	{          \
		0  \
	}

/* Fills ERR (which may be NULL) from a printf format and returns CODE, so that a caller can write
 * `return error_set(err, ERROR_REFUSED, _("..."));`. */
int error_set(struct error *err, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Puts a prefix, formatted as by printf, and ": " before the text already set in ERR (which may be NULL).
 * Returns CODE, the code of the failure. */
int error_prefix(struct error *err, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
