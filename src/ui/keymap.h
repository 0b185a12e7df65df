/*
 * keymap: which keys run which command line, on the canvas. Keys, the `:` line, scripts and the configuration
 * share one language: a binding is text.
 */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include "base/error.h"
#include "base/vec.h"
#include "terminal/key.h"

#define KEYMAP_KEYS_MOST 4

struct binding {
	struct key keys[KEYMAP_KEYS_MOST]; /* to be pressed one after the other */
	size_t count;
	char *command; /* a command line, owned */
	const char *note; /* what it is for, translated where it is shown; NULL: as the one before, or
			     bound by the user */
};

struct keymap {
	struct vec bindings; /* of struct binding; later ones win */
};

/* With the keys that evstorm has from the start. */
void keymap_init(struct keymap *map);
void keymap_release(struct keymap *map);

/* Binds KEYS ("gg", "C-r", "Enter") to a command line, in place of what they did. */
int keymap_bind(struct keymap *map, const char *keys, const char *command, struct error *err);

/* What the COUNT keys pressed so far mean: a binding, or NULL; *MORE tells whether longer ones begin like
 * this. */
const struct binding *keymap_find(const struct keymap *map, const struct key *keys, size_t count,
	bool *more);

#endif
