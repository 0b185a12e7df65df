#include "shell/keymap.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

/* The keys of a row have shorter names. */
#define KEYMAP_NAME_BYTES 32

const char *const keymap_modes[] = {"canvas", "typing", "kind", "filter", "link", "merge", "details", "outline",
	"contexts", "proposals", "people", "history", "map", "relate", "relation-style", "relation", "pattern",
	"findings", "dialogue", "prompt", "help", "leaving", "refused", "review", "review-details", "review-filter",
	"bookmarks", "start", "name", "find", NULL};

void keymap_init(struct keymap *map)
{
	vec_init(&map->bound, sizeof(struct bound));
}

void keymap_release(struct keymap *map)
{
	for (size_t i = 0; i < map->bound.count; i++) {
		struct bound *bound = vec_at(&map->bound, i);

		free(bound->mode);
		free(bound->command);
	}
	vec_release(&map->bound);
}

void keymap_take(struct keymap *map, struct keymap *from)
{
	keymap_release(map);
	*map = *from;
	keymap_init(from);
}

int keymap_read(const char *text, struct keys *keys, struct error *err)
{
	const char *rest = text;

	for (keys->count = 0; *rest; keys->count++) {
		if (keys->count == KEYMAP_KEYS_MOST)
			return error_set(err, ERROR_USAGE, _("“%.40s” is too many keys"), text);
		rest = key_parse(rest, &keys->keys[keys->count]);
		if (!rest)
			break;
	}
	if (!rest || !keys->count)
		return error_set(err, ERROR_USAGE, _("“%.40s” is not a key"), text);
	return 0;
}

/* Reads the next keys of *LIST, "j Down"; false at the end. */
static bool keymap_next(const char **list, struct keys *keys)
{
	size_t len = strcspn(*list, " ");
	char name[KEYMAP_NAME_BYTES];

	if (!len)
		return false;
	if (len >= sizeof(name))
		BUG("the keys %s", *list);
	memcpy(name, *list, len);
	name[len] = '\0';
	*list += len + strspn(*list + len, " ");
	if (keymap_read(name, keys, NULL))
		BUG("the key %s", name);
	return true;
}

static bool keymap_begins(const struct keys *keys, const struct keys *pressed)
{
	if (keys->count < pressed->count)
		return false;
	for (size_t i = 0; i < pressed->count; i++)
		if (!key_equal(keys->keys[i], pressed->keys[i]))
			return false;
	return true;
}

static bool keymap_same(const struct keys *a, const struct keys *b)
{
	return a->count == b->count && keymap_begins(a, b);
}

/* The user's binding of KEYS in MODE, or NULL. */
static const struct bound *keymap_bound(const struct keymap *map, const char *mode, const struct keys *keys)
{
	for (size_t i = map->bound.count; i-- > 0;) {
		const struct bound *bound = vec_at(&map->bound, i);

		if (!strcmp(bound->mode, mode) && keymap_same(&bound->keys, keys))
			return bound;
	}
	return NULL;
}

int keymap_bind(struct keymap *map, const char *mode, const char *keys, const char *command, struct error *err)
{
	struct bound bound = {0};
	const char *const *name = keymap_modes;
	int failed = keymap_read(keys, &bound.keys, err);

	while (*name && strcmp(*name, mode))
		name++;
	if (!failed && !*name)
		failed = error_set(err, ERROR_USAGE, _("unknown mode “%.40s”; the manual lists them"), mode);
	if (failed)
		return failed;
	bound.mode = mem_strdup(mode);
	bound.command = mem_strdup(command);
	vec_add(&map->bound, struct bound) = bound;
	return 0;
}

const struct binding *keymap_row(const struct mode *mode, const char *command)
{
	for (const struct binding *row = mode->rows; row && row->keys; row++)
		if (row->command && !strcmp(row->command, command))
			return row;
	return NULL;
}

bool keymap_belongs(const struct binding *row)
{
	return row->keys && !row->hint && !row->note;
}

/* Finds KEYS in the rows, without the user's bindings. */
static void keymap_find_row(
	const struct shell *shell, const struct mode *mode, const struct keys *keys, struct meaning *meaning)
{
	struct keys one;

	for (const struct binding *row = mode->rows; row && row->keys; row++)
		for (const char *list = row->keys; keymap_next(&list, &one);) {
			if (!keymap_begins(&one, keys) || (row->applies && !row->applies(shell)))
				continue;
			if (one.count > keys->count)
				meaning->more = true;
			else if (!meaning->row)
				meaning->row = row;
		}
}

struct meaning keymap_find(
	const struct keymap *map, const struct shell *shell, const struct mode *mode, const struct keys *keys)
{
	const struct bound *bound = keymap_bound(map, mode->name, keys);
	struct meaning meaning = {0};

	keymap_find_row(shell, mode, keys, &meaning);
	for (size_t i = 0; i < map->bound.count; i++) {
		const struct bound *longer = vec_at(&map->bound, i);

		if (!strcmp(longer->mode, mode->name) && longer->keys.count > keys->count &&
			keymap_begins(&longer->keys, keys))
			meaning.more = true;
	}
	if (bound) {
		meaning.row = keymap_row(mode, bound->command);
		meaning.command = bound->command;
		if (meaning.row && meaning.row->applies && !meaning.row->applies(shell))
			meaning = (struct meaning){.more = meaning.more};
	}
	return meaning;
}

static void keymap_add_longer(
	struct vec *rows, const struct keys *keys, const struct keys *pressed, const char *command)
{
	if (keys->count > pressed->count && keymap_begins(keys, pressed))
		vec_add(rows, struct keymap_row) = (struct keymap_row){*keys, command};
}

void keymap_longer(const struct keymap *map, const struct mode *mode, const struct keys *keys, struct vec *rows)
{
	struct keys one;

	for (const struct binding *row = mode->rows; row && row->keys; row++)
		for (const char *list = row->keys; keymap_next(&list, &one);)
			if (!keymap_bound(map, mode->name, &one))
				keymap_add_longer(rows, &one, keys, row->command);
	for (size_t i = 0; i < map->bound.count; i++) {
		const struct bound *bound = vec_at(&map->bound, i);

		if (!strcmp(bound->mode, mode->name))
			keymap_add_longer(rows, &bound->keys, keys, bound->command);
	}
}

static void keymap_format(const struct keys *keys, struct strbuf *out)
{
	if (out->len)
		strbuf_addch(out, ' ');
	for (size_t i = 0; i < keys->count; i++)
		key_format(keys->keys[i], out);
}

/* Appends the keys of ROW from number AT on, at most COUNT. They are numbered in order: those that the row names and
 * has kept, then those bound to it. */
static void keymap_list_some(const struct keymap *map, const struct mode *mode, const struct binding *row, size_t at,
	size_t count, struct strbuf *out)
{
	size_t seen = 0;
	struct keys one;

	for (const char *list = row->keys; keymap_next(&list, &one);) {
		const struct bound *bound = keymap_bound(map, mode->name, &one);

		if (bound && strcmp(bound->command, row->command ? row->command : ""))
			continue;
		if (seen >= at && seen - at < count)
			keymap_format(&one, out);
		seen++;
	}
	for (size_t i = 0; i < map->bound.count; i++) {
		const struct bound *bound = vec_at(&map->bound, i);

		if (!row->command || strcmp(bound->mode, mode->name) || strcmp(bound->command, row->command) ||
			keymap_bound(map, mode->name, &bound->keys) != bound)
			continue;
		if (seen >= at && seen - at < count)
			keymap_format(&bound->keys, out);
		seen++;
	}
}

void keymap_list(
	const struct keymap *map, const struct mode *mode, const struct binding *row, bool first, struct strbuf *out)
{
	keymap_list_some(map, mode, row, 0, first ? 1 : SIZE_MAX, out);
}

void keymap_first(const struct keymap *map, const struct mode *mode, const char *command, struct strbuf *out)
{
	struct binding none[] = {{.keys = "", .command = command}, {0}};
	const struct binding *row = keymap_row(mode, command);
	struct strbuf key = STRBUF_INIT;

	keymap_list(map, mode, row ? row : none, true, &key);
	strbuf_addstr(out, key.text);
	strbuf_release(&key);
}

void keymap_list_all(
	const struct keymap *map, const struct mode *mode, const struct binding *row, bool first, struct strbuf *out)
{
	const struct binding *next = row;

	do
		keymap_list_some(map, mode, next, 0, 1, out);
	while (keymap_belongs(++next));
	if (first)
		return;
	do
		keymap_list_some(map, mode, row, 1, SIZE_MAX, out);
	while (keymap_belongs(++row));
}
