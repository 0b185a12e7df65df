/*
 * suggest: what the word that somebody is typing into a shell may become, from the tables of the program, the board
 * folder and the board.
 */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <stdbool.h>

#include "base/vec.h"

struct subcommand;

struct suggestion {
	char *word;     /* owned */
	char *sentence; /* says what it is; owned, or NULL */
};

struct suggestions {
	struct vec list; /* of struct suggestion; all of them fit the word, by itself or as the text of a sticky */
	bool files;      /* the name of a file or folder fits too */
};

void suggest_init(struct suggestions *suggestions);
void suggest_release(struct suggestions *suggestions);

/* Fills SUGGESTIONS, from COUNT ROWS of subcommands, for the last of WORDS, which is NULL-terminated and not empty:
 * what stands behind the name of the program, as the shell would pass it on. */
void suggest_words(
	const struct subcommand *const *rows, size_t count, const char *const *words, struct suggestions *suggestions);

#endif
