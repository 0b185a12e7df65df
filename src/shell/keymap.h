/*
 * keymap: what keys do in each mode: its rows, and the user's bindings, which come first.
 */
#ifndef SHELL_KEYMAP_H
#define SHELL_KEYMAP_H

#include "base/error.h"
#include "base/vec.h"
#include "shell/mode.h"

#define KEYMAP_KEYS_MOST 4

/* A sequence of keys. */
struct keys {
	struct key keys[KEYMAP_KEYS_MOST];
	size_t count;
};

/* A binding of the user. */
struct bound {
	char *mode;    /* its name; owned, like the next */
	char *command; /* a command line, or the name of a row of that mode */
	struct keys keys;
};

struct keymap {
	struct vec bound; /* of struct bound; later ones win */
};

/* A command and one sequence that runs it. */
struct keymap_row {
	struct keys keys;
	const char *command;
};

/* The meaning of keys. */
struct meaning {
	const struct binding *row; /* the row, or NULL */
	const char *command;       /* without a row: the command line that the user bound, or NULL */
	bool more;                 /* longer sequences begin with these keys */
};

void keymap_init(struct keymap *map);
void keymap_release(struct keymap *map);

/* Moves the bindings of FROM to MAP, whose own are gone then; FROM is left empty. */
void keymap_take(struct keymap *map, struct keymap *from);

/* Reads the keys in TEXT ("gg", "C-r", "Enter"). */
int keymap_read(const char *text, struct keys *keys, struct error *err);

/* The names of all modes, NULL-terminated. */
extern const char *const keymap_modes[];

/* Binds KEYS in the mode MODE to a command line; replaces what they did. */
int keymap_bind(struct keymap *map, const char *mode, const char *keys, const char *command, struct error *err);

/* What KEYS mean in MODE. */
struct meaning keymap_find(
	const struct keymap *map, const struct shell *shell, const struct mode *mode, const struct keys *keys);

/* Appends the keys that do what ROW does, separated by spaces: the row's own, unless rebound, and those bound to it;
 * with FIRST only the first. */
void keymap_list(
	const struct keymap *map, const struct mode *mode, const struct binding *row, bool first, struct strbuf *out);

/* The same for ROW and the rows that belong to it: first keys first, then, unless FIRST, all others. */
void keymap_list_all(
	const struct keymap *map, const struct mode *mode, const struct binding *row, bool first, struct strbuf *out);

/* Appends (of struct keymap_row) the sequences of MODE that begin with KEYS and are longer. */
void keymap_longer(const struct keymap *map, const struct mode *mode, const struct keys *keys, struct vec *rows);

/* Appends the first key that runs COMMAND in MODE, by a row or the user's binding; nothing if there is none. */
void keymap_first(const struct keymap *map, const struct mode *mode, const char *command, struct strbuf *out);

/* The row of MODE with COMMAND, or NULL. */
const struct binding *keymap_row(const struct mode *mode, const char *command);

/* Does ROW belong to the one above it? */
bool keymap_belongs(const struct binding *row);

#endif
