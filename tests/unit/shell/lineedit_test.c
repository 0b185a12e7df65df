#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "shell/lineedit.h"

static void press(struct lineedit *edit, const char *names)
{
	char copy[200], *rest = copy, *name;

	strcpy(copy, names);
	while ((name = strsep(&rest, " "))) {
		struct key key;

		assert_non_null(key_parse(name, &key));
		assert_true(lineedit_key(edit, key));
	}
}

static void keys_move_and_delete_by_cluster(void **state)
{
	static const struct {
		const char *text, *keys, *result;
		size_t caret;
	} rows[] = {
		{"", "a b Left c", "acb", 2},
		{"가나", "Backspace", "가", 3},
		{"가나", "Home Delete", "나", 0},
		{"e\xcc\x81x", "Left Left Delete", "x", 0},
		{"one two", "C-w", "one ", 4},
		{"one two  ", "C-w C-w", "", 0},
		{"one two", "Left Left C-u", "wo", 0},
		{"one two", "Home Right C-k", "o", 1},
		{"", "Backspace Delete Left Right C-w", "", 0},
		{"a", "Space b", "a b", 3},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct lineedit edit;

		lineedit_init(&edit);
		lineedit_set(&edit, rows[i].text);
		press(&edit, rows[i].keys);
		assert_string_equal(edit.text.text, rows[i].result);
		assert_int_equal(edit.caret, rows[i].caret);
		lineedit_release(&edit);
	}
}

static void control_characters_and_broken_bytes_stay_outside(void **state)
{
	struct lineedit edit;

	(void)state;
	lineedit_init(&edit);
	lineedit_insert(&edit, "a\033[31mb\xff\x07", 9);
	assert_string_equal(edit.text.text, "a[31mb");
	lineedit_release(&edit);
}

static void a_text_without_end_is_not_taken(void **state)
{
	struct lineedit edit;

	(void)state;
	lineedit_init(&edit);
	for (int i = 0; i < 20000; i++)
		lineedit_insert(&edit, "x", 1);
	assert_true(edit.text.len <= 8000);
	lineedit_release(&edit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_move_and_delete_by_cluster),
		cmocka_unit_test(control_characters_and_broken_bytes_stay_outside),
		cmocka_unit_test(a_text_without_end_is_not_taken),
	};

	return cmocka_run_group_tests_name("canvas/lineedit", tests, NULL, NULL);
}
