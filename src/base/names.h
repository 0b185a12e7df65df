/*
 * names: a map from texts to numbers above 0, for example from ids in a file to ids on the board.
 */
#ifndef BASE_NAMES_H
#define BASE_NAMES_H

#include <stdint.h>

#include "base/map.h"

struct names {
	struct map map; /* hash of the text -> struct names_entry *, the first of a chain */
};

#define NAMES_INIT       \
	{                \
		MAP_INIT \
	}

void names_release(struct names *names);

/* The number of TEXT, or 0. */
int64_t names_get(const struct names *names, const char *text);

/* Sets the number of TEXT, above 0; replaces an earlier one. */
void names_set(struct names *names, const char *text, int64_t number);

#endif
