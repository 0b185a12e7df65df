/*
 * arglist: a growing list of strings that execve(2) takes, as arguments or as an
 * environment of "NAME=VALUE".
 */
#ifndef TESTS_LIB_ARGLIST_H
#define TESTS_LIB_ARGLIST_H

#include <stdbool.h>
#include <stddef.h>

struct arglist {
	char **items; /* NULL-terminated once it is not empty */
	size_t count; /* without the NULL */
};

#define ARGLIST_INIT    \
	{               \
		NULL, 0 \
	}

/* Frees the strings and leaves an empty list. */
void arglist_release(struct arglist *list);

/* Appends a copy of `item`. */
void arglist_add(struct arglist *list, const char *item);

/*
 * Appends the words of `text`, split as a shell does: at blanks, with 'literal'
 * and "quoted" parts, a backslash for the next character, and $NAME outside
 * '...' for the value that `vars` has for it (which is not split). False when a
 * quote is open or a name unknown; words before it were added.
 */
bool arglist_split(struct arglist *list, const char *text, const struct arglist *vars);

/* Sets "NAME=VALUE" in an environment, in place of another value of NAME. */
void arglist_set(struct arglist *env, const char *item);

/* As arglist_set() with name and value apart. */
void arglist_set_value(struct arglist *env, const char *name, const char *value);

/* Takes NAME out of an environment, if it is there. */
void arglist_unset(struct arglist *env, const char *name);

/* The value of the name that is the first `len` bytes of `name`, or NULL. */
const char *arglist_get(const struct arglist *env, const char *name, size_t len);

#endif
