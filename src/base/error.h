/*
 * error: how a function that can fail says so.
 *
 * Such a function returns 0, or one of the negative codes below after filling the caller's
 * `struct error` with one sentence for the user. Result arguments are set on success only.
 * The codes are also the program's exit statuses, negated.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

enum error_code {
	ERROR_REFUSED = -1, /* the board, the role or the input does not allow it */
	ERROR_USAGE = -2,   /* the request itself is malformed */
	ERROR_SYSTEM = -3,  /* a file, the database or the machine did not do its part */
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

/* Puts "PREFIX: " in front of a text already set in ERR (which may be NULL); PREFIX is a printf format.
 * Returns CODE, which is that of the failure. */
int error_prefix(struct error *err, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
