#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/keymap.h"
#include "command/command.h"
#include "ui/view_command.h"

static void names_are_read_and_written_alike(void **state)
{
	static const char *const names[] = {"a", "A", "?", "한", "Up", "F12", "Enter", "C-r", "A-Enter",
		"C-A-x", "Space", "Esc", "-", "C"};

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
	static const char *const names[] = {"", " ", "\x1b", "C-1", "\xff", "aaaaa"};
	struct keymap map;

	(void)state;
	keymap_init(&map);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct error err = ERROR_INIT;

		assert_int_equal(keymap_bind(&map, names[i], "undo", &err), ERROR_USAGE);
		assert_true(err.text[0]);
	}
	keymap_release(&map);
}

static void a_sequence_is_waited_for_and_found(void **state)
{
	struct keymap map;
	struct key keys[2] = {{.code = 'g'}, {.code = 'g'}};
	bool more;

	(void)state;
	keymap_init(&map);
	assert_null(keymap_find(&map, keys, 1, &more));
	assert_true(more);
	assert_string_equal(keymap_find(&map, keys, 2, &more)->command, "go-to start");
	keys[1].code = 'x';
	assert_null(keymap_find(&map, keys, 2, &more));
	assert_false(more);
	keymap_release(&map);
}

static void a_binding_of_the_user_replaces_ours(void **state)
{
	struct keymap map;
	struct key key = {.code = 'u'};
	bool more;

	(void)state;
	keymap_init(&map);
	assert_int_equal(keymap_bind(&map, "u", "redo", NULL), 0);
	assert_string_equal(keymap_find(&map, &key, 1, &more)->command, "redo");
	keymap_release(&map);
}

static void every_key_runs_a_command_that_there_is(void **state)
{
	struct keymap map;

	(void)state;
	keymap_init(&map);
	for (size_t i = 0; i < map.bindings.count; i++) {
		const struct binding *binding = vec_at(&map.bindings, i);
		struct strbuf name = STRBUF_INIT;
		struct words words;

		words_from_line(&words, binding->command);
		assert_int_equal(words_next(&words, &name, NULL), 1);
		if (!command_find(name.text) && !view_command_find(name.text))
			fail_msg("no command “%s”", name.text);
		strbuf_release(&name);
	}
	keymap_release(&map);
}

static void no_name_is_in_both_tables(void **state)
{
	size_t count;
	const struct view_command *rows = view_command_list(&count);

	(void)state;
	for (size_t i = 0; i < count; i++)
		if (command_find(rows[i].name))
			fail_msg("“%s” names two commands", rows[i].name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_read_and_written_alike),
		cmocka_unit_test(what_is_no_key_is_refused),
		cmocka_unit_test(a_sequence_is_waited_for_and_found),
		cmocka_unit_test(a_binding_of_the_user_replaces_ours),
		cmocka_unit_test(every_key_runs_a_command_that_there_is),
		cmocka_unit_test(no_name_is_in_both_tables),
	};

	return cmocka_run_group_tests_name("ui/keymap", tests, NULL, NULL);
}
