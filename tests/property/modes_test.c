/* The rows of all modes: what they name is there, and no key is in two of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "command/command.h"
#include "shell/away.h"
#include "shell/help.h"
#include "shell/prompt.h"
#include "shell/refused.h"
#include "shell/shell.h"
#include "canvas/canvas.h"
#include "cli/start.h"
#include "map/map_mode.h"
#include "review/review_list.h"

static const struct view_command *const tables[] = {canvas_commands, map_commands, shell_view_commands, NULL};

/* All modes, in turn; NULL behind the last. */
static const struct mode *mode_at(size_t at)
{
	static const struct mode *const own[] = {&prompt_mode, &help_mode, &away_mode, &refused_mode, NULL};
	static const struct mode *const *const lists[] = {canvas_modes, map_modes, review_modes, start_modes, own};

	for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
		for (const struct mode *const *mode = lists[i]; *mode; mode++)
			if (!at--)
				return *mode;
	return NULL;
}

/* A shell without a board, for rows that ask nothing of it. */
static void with_shell(struct shell *shell, struct canvas *canvas)
{
	canvas_init(canvas, "b.evs");
	shell_init(shell, NULL, tables, &canvas_mode, canvas);
}

static void without_shell(struct shell *shell, struct canvas *canvas)
{
	shell_release(shell);
	canvas_release(canvas);
}

static void names_are_read_and_written_alike(void **state)
{
	static const char *const names[] = {"a", "A", "?", "한", "Up", "F12", "Enter", "C-r", "A-Enter", "S-Enter",
		"C-A-S-Left", "C-A-x", "C-S-a", "Space", "Esc", "-", "C"};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct strbuf name = STRBUF_INIT;
		struct key key;
		const char *rest = key_parse(names[i], &key);

		assert_non_null(rest);
		assert_string_equal(rest, "");
		key_format(key, &name);
		assert_string_equal(name.text, names[i]);
		strbuf_release(&name);
	}
}

static void what_is_no_key_is_refused(void **state)
{
	static const char *const names[] = {"", " ", "\x1b", "C-1", "S-a", "\xff", "aaaaa"};
	struct keymap map;
	struct error err = ERROR_INIT;

	(void)state;
	keymap_init(&map);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		err.text[0] = '\0';
		assert_int_equal(keymap_bind(&map, "canvas", names[i], "undo", &err), ERROR_USAGE);
		assert_true(err.text[0]);
	}
	assert_int_equal(keymap_bind(&map, "nowhere", "x", "undo", &err), ERROR_USAGE);
	assert_non_null(strstr(err.text, "nowhere"));
	keymap_release(&map);
}

static struct meaning find(const struct shell *shell, const struct mode *mode, const char *text)
{
	struct keys keys;

	assert_int_equal(keymap_read(text, &keys, NULL), 0);
	return keymap_find(&shell->keymap, shell, mode, &keys);
}

static void a_sequence_is_waited_for_and_found(void **state)
{
	struct canvas canvas;
	struct shell shell;

	(void)state;
	with_shell(&shell, &canvas);
	assert_null(find(&shell, &canvas_mode, "g").row);
	assert_true(find(&shell, &canvas_mode, "g").more);
	assert_string_equal(find(&shell, &canvas_mode, "gg").row->command, "go-to start");
	assert_null(find(&shell, &canvas_mode, "gx").row);
	assert_false(find(&shell, &canvas_mode, "gx").more);
	assert_int_equal(keymap_bind(&shell.keymap, "canvas", "gx", "undo", NULL), 0);
	assert_string_equal(find(&shell, &canvas_mode, "gx").command, "undo");
	without_shell(&shell, &canvas);
}

/* What the keys of COMMAND in MODE are shown as. */
static void assert_keys(const struct shell *shell, const struct mode *mode, const char *command, const char *keys)
{
	struct strbuf text = STRBUF_INIT;

	keymap_list(&shell->keymap, mode, keymap_row(mode, command), false, &text);
	assert_string_equal(text.text, keys);
	strbuf_release(&text);
}

static void a_binding_of_the_user_replaces_ours(void **state)
{
	struct canvas canvas;
	struct shell shell;

	(void)state;
	with_shell(&shell, &canvas);
	assert_keys(&shell, &canvas_mode, "zoom in", "+");
	assert_int_equal(keymap_bind(&shell.keymap, "canvas", "i", "zoom in", NULL), 0);
	assert_string_equal(find(&shell, &canvas_mode, "i").row->command, "zoom in");
	assert_keys(&shell, &canvas_mode, "zoom in", "+ i");
	assert_keys(&shell, &canvas_mode, "type", "");
	assert_int_equal(keymap_bind(&shell.keymap, "canvas", "i", "vote .", NULL), 0);
	assert_keys(&shell, &canvas_mode, "zoom in", "+");
	assert_keys(&shell, &canvas_mode, "vote .", "* i");
	without_shell(&shell, &canvas);
}

static void each_mode_has_bindings_of_its_own(void **state)
{
	struct strbuf key = STRBUF_INIT;
	struct canvas canvas;
	struct shell shell;

	(void)state;
	with_shell(&shell, &canvas);
	assert_int_equal(keymap_bind(&shell.keymap, "map", "X", "take-away", NULL), 0);
	assert_int_equal(keymap_bind(&shell.keymap, "map", "x", "minimap", NULL), 0);
	assert_ptr_equal(find(&shell, &map_mode, "X").row, keymap_row(&map_mode, "take-away"));
	assert_null(find(&shell, &map_mode, "x").row);
	assert_string_equal(find(&shell, &map_mode, "x").command, "minimap");
	assert_string_equal(find(&shell, &canvas_mode, "x").row->command, "cut");
	shell_key_of(&shell, &map_mode, "take-away", &key);
	assert_string_equal(key.text, "X");
	strbuf_reset(&key);
	shell_key_of(&shell, &map_mode, "minimap", &key);
	assert_string_equal(key.text, "x");
	strbuf_reset(&key);
	shell_key_of(&shell, &map_mode, "outline", &key);
	assert_string_equal(key.text, ":outline");
	strbuf_release(&key);
	without_shell(&shell, &canvas);
}

static void every_row_does_something_that_there_is(void **state)
{
	const struct mode *mode;
	struct canvas canvas;
	struct shell shell;

	(void)state;
	with_shell(&shell, &canvas);
	for (size_t i = 0; (mode = mode_at(i)); i++)
		for (const struct binding *row = mode->rows; row->keys; row++) {
			struct strbuf name = STRBUF_INIT;
			struct words words;

			words_from_line(&words, row->command);
			assert_int_equal(words_next(&words, &name, NULL), 1);
			if (!row->run && !command_find(name.text) && !view_command_find(&shell, name.text))
				fail_msg("%s: no command “%s”", mode->name, name.text);
			if (row->run && keymap_row(mode, row->command) != row)
				fail_msg("%s: two rows are called “%s”", mode->name, row->command);
			strbuf_release(&name);
		}
	without_shell(&shell, &canvas);
}

/* Two rows may share a key when they never apply together. */
static void no_key_is_twice_in_a_mode(void **state)
{
	const struct mode *mode;

	(void)state;
	for (size_t i = 0; (mode = mode_at(i)); i++)
		for (const struct binding *row = mode->rows; row->keys; row++)
			for (const struct binding *other = mode->rows; other < row; other++) {
				char copy[80], *rest = copy, *key;

				strncpy(copy, row->keys, sizeof(copy) - 1);
				copy[sizeof(copy) - 1] = '\0';
				while ((key = strsep(&rest, " "))) {
					const char *at = strstr(other->keys, key);
					size_t end = at ? strlen(key) : 0;

					if (!at || row->applies || (at > other->keys && at[-1] != ' ') ||
						(at[end] && at[end] != ' '))
						continue;
					fail_msg("%s: %s is in two rows", mode->name, key);
				}
			}
}

static void every_mode_is_named_and_begins_with_a_note(void **state)
{
	const struct mode *mode;
	size_t count = 0;

	(void)state;
	for (; (mode = mode_at(count)); count++) {
		const char *const *name = keymap_modes;

		while (*name && strcmp(*name, mode->name))
			name++;
		if (!*name)
			fail_msg("`bind` does not know the mode %s", mode->name);
		assert_non_null(mode->title);
		assert_false(keymap_belongs(mode->rows));
	}
	while (keymap_modes[count])
		fail_msg("there is no mode %s", keymap_modes[count]);
}

static void no_name_is_in_both_tables(void **state)
{
	struct canvas canvas;
	struct shell shell;
	const struct view_command *row;

	(void)state;
	with_shell(&shell, &canvas);
	for (size_t at = 0; (row = view_command_next(&shell, &at));)
		if (command_find(row->name))
			fail_msg("“%s” names two commands", row->name);
	without_shell(&shell, &canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_read_and_written_alike),
		cmocka_unit_test(what_is_no_key_is_refused),
		cmocka_unit_test(a_sequence_is_waited_for_and_found),
		cmocka_unit_test(a_binding_of_the_user_replaces_ours),
		cmocka_unit_test(each_mode_has_bindings_of_its_own),
		cmocka_unit_test(every_row_does_something_that_there_is),
		cmocka_unit_test(no_key_is_twice_in_a_mode),
		cmocka_unit_test(every_mode_is_named_and_begins_with_a_note),
		cmocka_unit_test(no_name_is_in_both_tables),
	};

	return cmocka_run_group_tests_name("canvas/keymap", tests, NULL, NULL);
}
