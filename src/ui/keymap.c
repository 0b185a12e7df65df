#include "ui/keymap.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"

/* A row without a note continues the row above it. */
static const struct {
	const char *keys, *command, *note;
} keymap_rows[] = {
	{"h", "go left", N_("move the cursor")},
	{"j", "go down", NULL},
	{"k", "go up", NULL},
	{"l", "go right", NULL},
	{"Left", "go left", NULL},
	{"Down", "go down", NULL},
	{"Up", "go up", NULL},
	{"Right", "go right", NULL},
	{"H", "push left", N_("carry the sticky or the selection along")},
	{"J", "push down", NULL},
	{"K", "push up", NULL},
	{"L", "push right", NULL},
	{"w", "next-sticky", N_("next, previous sticky in time")},
	{"W", "previous-sticky", NULL},
	{"0", "go-to first-column", N_("first, last column")},
	{"$", "go-to last-column", NULL},
	{"Home", "go-to first-column", NULL},
	{"End", "go-to last-column", NULL},
	{"gg", "go-to start", N_("start, end of the board")},
	{"G", "go-to end", NULL},
	{"C-d", "scroll down", N_("half a screen down, up")},
	{"C-u", "scroll up", NULL},
	{"PageDown", "scroll down", NULL},
	{"PageUp", "scroll up", NULL},
	{"i", "write", N_("type a new sticky of the step's kind")},
	{"a", "write-kind", N_("type a new sticky of the kind of the next letter")},
	{"Enter", "rewrite", N_("edit the sticky; on an empty slot type a new one")},
	{"e", "rewrite", NULL},
	{"t", "change-kind", N_("change the kind to that of the next letter")},
	{"x", "cut", N_("delete, copy, paste")},
	{"Delete", "cut", NULL},
	{"y", "copy", NULL},
	{"p", "paste", NULL},
	{"v", "select", N_("select a rectangle, then any of these keys; Esc ends it")},
	{"s", "mark", N_("mark stickies one by one, then any of these keys; Esc lets go")},
	{">", "insert-column .", N_("insert, remove a column at the cursor")},
	{"<", "delete-column .", NULL},
	{"b", "boundary", N_("boundary round the selection or the sticky: asks for the name")},
	{"B", "uncontext .", N_("take the sticky, or the selection, out of its context")},
	{"}", "next-context", N_("next, previous context")},
	{"{", "previous-context", NULL},
	{"D", "dim", N_("dim all but this context, or no longer")},
	{"C", "contexts", N_("list of the contexts: rename, colour, take away")},
	{"c", "connect", N_("link: go to the other end, Enter")},
	{"*", "vote .", N_("vote for the sticky")},
	{"!", "write-hotspot", N_("a hotspot beside this sticky")},
	{"Space", "details", N_("details and note of the sticky")},
	{"[", "step prev", N_("previous, next step")},
	{"]", "step next", NULL},
	{"Tab", "next-finding", N_("go to what the step's checks find next")},
	{"o", "take-offer", N_("there: do what the check offers, or dismiss it")},
	{"d", "dismiss-finding", NULL},
	{"A-d", "dismiss-because", N_("dismiss it, and say why")},
	{"/", "search", N_("search; next, previous hit")},
	{"n", "search-next", NULL},
	{"N", "search-previous", NULL},
	{"f", "filter", N_("show only some kinds")},
	{"+", "zoom in", N_("zoom in, out, whole board")},
	{"-", "zoom out", NULL},
	{"z", "zoom all", NULL},
	{"M", "minimap", N_("minimap in the corner")},
	{"O", "outline", N_("the board as indented text")},
	{"m", "map", N_("context map; there c relates two, i asks what passes between them")},
	{"P", "people", N_("who is here, and what they do")},
	{"u", "undo", N_("undo, redo")},
	{"C-r", "redo", NULL},
	{":", "command", N_("command line, with completion (Tab) and history (Up)")},
	{"?", "help", N_("this help")},
	{"F1", "help", NULL},
	{"q", "quit", N_("leave; everything is saved already")},
};

static int keymap_read(const char *text, struct binding *binding, struct error *err)
{
	const char *rest = text;

	for (binding->count = 0; *rest; binding->count++) {
		if (binding->count == KEYMAP_KEYS_MOST)
			return error_set(err, ERROR_USAGE, _("“%.40s” are too many keys"), text);
		rest = key_parse(rest, &binding->keys[binding->count]);
		if (!rest)
			break;
	}
	if (!rest || !binding->count)
		return error_set(err, ERROR_USAGE, _("“%.40s” is no key"), text);
	return 0;
}

static bool keymap_begins(const struct binding *binding, const struct key *keys, size_t count)
{
	if (binding->count < count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (!key_equal(binding->keys[i], keys[i]))
			return false;
	return true;
}

int keymap_bind(struct keymap *map, const char *keys, const char *command, struct error *err)
{
	struct binding binding = {0}, *slot = NULL;
	int failed = keymap_read(keys, &binding, err);

	if (failed)
		return failed;
	for (size_t i = 0; i < map->bindings.count; i++) {
		struct binding *old = vec_at(&map->bindings, i);

		if (old->count == binding.count && keymap_begins(old, binding.keys, binding.count))
			slot = old;
	}
	if (slot)
		free(slot->command);
	else
		slot = vec_push(&map->bindings);
	binding.command = mem_strdup(command);
	*slot = binding;
	return 0;
}

void keymap_init(struct keymap *map)
{
	vec_init(&map->bindings, sizeof(struct binding));
	for (size_t i = 0; i < ARRAY_SIZE(keymap_rows); i++) {
		if (keymap_bind(map, keymap_rows[i].keys, keymap_rows[i].command, NULL))
			BUG("row %zu of the key table", i);
		((struct binding *)vec_last(&map->bindings))->note = keymap_rows[i].note;
	}
}

void keymap_release(struct keymap *map)
{
	for (size_t i = 0; i < map->bindings.count; i++)
		free(((struct binding *)vec_at(&map->bindings, i))->command);
	vec_release(&map->bindings);
}

const struct binding *keymap_find(const struct keymap *map, const struct key *keys, size_t count,
	bool *more)
{
	const struct binding *found = NULL;

	*more = false;
	for (size_t i = 0; i < map->bindings.count; i++) {
		const struct binding *binding = vec_at(&map->bindings, i);

		if (!keymap_begins(binding, keys, count))
			continue;
		if (binding->count == count)
			found = binding;
		else
			*more = true;
	}
	return found;
}
